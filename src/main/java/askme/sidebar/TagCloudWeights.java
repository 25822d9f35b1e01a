package askme.sidebar;

/** The sizes of the tags in a tag cloud. */
final class TagCloudWeights {

    private static final int LARGEST = 5;

    private TagCloudWeights() {}

    /** 1 to 5 by the logarithm of {@code count}, so that one very frequent tag does not make all others small. */
    static int of(int count, int least, int most) {
        if (most <= least) {
            return 3;
        }
        double place = Math.log((double) count / least) / Math.log((double) most / least);
        return 1 + (int) Math.min(LARGEST - 1, Math.floor(place * LARGEST));
    }
}
