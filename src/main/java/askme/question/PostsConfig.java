package askme.question;

import io.smallrye.config.ConfigMapping;

/** The shortest posts, in visible characters; application.properties explains the keys. */
@ConfigMapping(prefix = "askme.posts")
interface PostsConfig {

    int minTitle();

    int minQuestion();

    int minAnswer();
}
