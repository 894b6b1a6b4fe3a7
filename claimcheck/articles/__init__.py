"""Bytes of any kind → Article: reading, boilerplate, datelines, sentences."""

from claimcheck.articles.reading import read_article

__all__ = ["read_article"]
