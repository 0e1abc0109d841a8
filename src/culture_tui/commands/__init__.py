"""The commands of `culture`, a module each, loaded when one is called."""
