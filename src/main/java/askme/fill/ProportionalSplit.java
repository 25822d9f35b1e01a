package askme.fill;

/** Splits a whole number in proportion to weights, so that the parts add up to it exactly. */
final class ProportionalSplit {

    private ProportionalSplit() {}

    /**
     * Parts in proportion to {@code weights}, each at most {@code cap}. Their sum is {@code total}, or the largest sum that
     * the caps allow.
     */
    static int[] of(long total, double[] weights, int cap) {
        int[] parts = new int[weights.length];
        long left = Math.min(total, (long) cap * weights.length);
        double[] room = weights;
        while (left > 0) {
            left = add(parts, left, room, cap);
            room = rooms(parts, cap);
        }
        return parts;
    }

    /** Rounds the running sum, so that no unit is lost between the parts. Returns the units that exceed the caps. */
    private static long add(int[] parts, long total, double[] weights, int cap) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double running = 0;
        long given = 0;
        long over = 0;
        for (int i = 0; i < parts.length; i++) {
            running += weights[i];
            long until = i == parts.length - 1 ? total : Math.min(total, Math.round(total * (running / sum)));
            long part = parts[i] + until - given;
            given = until;
            parts[i] = (int) Math.min(cap, part);
            over += part - parts[i];
        }
        return over;
    }

    private static double[] rooms(int[] parts, int cap) {
        double[] rooms = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            rooms[i] = cap - parts[i];
        }
        return rooms;
    }
}
