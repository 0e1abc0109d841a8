"""Roadmap candidates in, a schedule out."""
