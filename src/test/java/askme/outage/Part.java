package askme.outage;

/** A part of the site's surroundings. */
enum Part {
    REDIS_CACHE("Redis (cache)"),
    REDIS_JOBS("Redis (jobs)"),
    MARIADB("MariaDB"),
    MYSQL("MySQL"),
    SMTP("SMTP"),
    CENTRIFUGO("Centrifugo"),
    NETWORK("network");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
