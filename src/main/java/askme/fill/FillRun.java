package askme.fill;

/**
 * A fill: its size, its seed, and the ids of its rows. The same run always gives the same rows.
 *
 * @param now the end of its three years, in milliseconds since 1970 UTC
 * @param memberBase the largest id of a member before the run; the run's members follow it. The other bases are alike
 */
record FillRun(
        FillSize size,
        long seed,
        long now,
        long memberBase,
        long tagBase,
        long questionBase,
        long answerBase,
        long commentBase) {}
