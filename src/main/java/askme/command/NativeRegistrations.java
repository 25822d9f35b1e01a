package askme.command;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Classes that a native program needs although no rule finds them. The rules: Quarkus registers the types in signatures of resources, in headers
 * of templates, and entities; our own classes that become JSON elsewhere carry the annotation themselves. {@code application.properties}
 * lists the files that are opened by name, and the classes that a native program initializes when it starts.
 */
@RegisterForReflection(
        classNames = {
            // Caffeine computes the name of a cache's class from the settings of its builder; Quarkus registers only
            // some of them.
            // LocalBuckets and MarkdownCache:
            "com.github.benmanes.caffeine.cache.PSAMS",
            "com.github.benmanes.caffeine.cache.SSMW",
            // MySQL's driver loads two caches by name, because application.properties switches them on: cachePrepStmts
            // and
            // cacheServerConfiguration.
            "com.mysql.cj.PerConnectionLRUFactory",
            "com.mysql.cj.util.PerVmServerConfigCacheFactory"
        })
final class NativeRegistrations {

    private NativeRegistrations() {}
}
