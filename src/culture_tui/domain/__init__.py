"""What the product is about: pure values and functions, with no file, clock or terminal in sight."""
