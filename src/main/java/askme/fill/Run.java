package askme.fill;

/**
 * A fill under way: what it was asked for and where its rows begin. With the same run the same rows come out.
 *
 * @param now the end of its three years, milliseconds since 1970 UTC
 * @param memberBase the largest member id there was; the run's members follow it. The other bases likewise
 */
record Run(Size size, long seed, long now, long memberBase, long tagBase, long questionBase, long answerBase) {}
