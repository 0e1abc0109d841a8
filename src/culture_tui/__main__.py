"""`python -m culture_tui`."""

from culture_tui.cli import main

main()
