"""Its place lets every test import the builders in `support`."""
