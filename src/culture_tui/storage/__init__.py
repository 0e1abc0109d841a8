"""TOML in, TOML out; the only place that knows a path."""
