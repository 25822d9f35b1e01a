package askme.question;

/** The page anchors are to be rebuilt. */
record AnchorsDue() {}
