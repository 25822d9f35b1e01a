"""Schemathesis loads this file. An empty parameter is the same as none. The site removes invisible characters before it counts, so a text that is one too long may fit."""

import unicodedata

import schemathesis


def visible(value):
    if isinstance(value, str):
        return "".join("x" if unicodedata.category(one)[0] in "CZ" else one for one in value)
    if isinstance(value, list):
        return [visible(item) for item in value]
    if isinstance(value, dict):
        return {name: visible(item) for name, item in value.items()}
    return value


@schemathesis.hook
def map_body(context, body):
    return visible(body)


@schemathesis.hook
def map_query(context, query):
    return visible(query)


@schemathesis.hook
def filter_query(context, query):
    return not query or all(value not in ("", None, [], [""]) for value in query.values())
