package askme.search;

/** The table of common prefixes is to be filled anew. */
record PrefixesDue() {}
