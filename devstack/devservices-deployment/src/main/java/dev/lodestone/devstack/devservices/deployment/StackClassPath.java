package dev.lodestone.devstack.devservices.deployment;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.maven.dependency.ResolvedDependency;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The class path of the daemon: the module of the embedded servers and its dependencies, as this build resolved them. */
final class StackClassPath {

    private static final ArtifactKey EMBEDDED = ArtifactKey.of(
            "dev.lodestone", "lodestone-embedded", ArtifactCoords.DEFAULT_CLASSIFIER, ArtifactCoords.TYPE_JAR);

    private StackClassPath() {}

    static String of(ApplicationModel model) {
        Map<ArtifactKey, ResolvedDependency> resolved = new HashMap<>();
        model.getDependencies().forEach(dependency -> resolved.put(dependency.getKey(), dependency));
        if (!resolved.containsKey(EMBEDDED)) {
            throw new IllegalStateException("The application does not see " + EMBEDDED + ", which holds the servers");
        }
        return reachable(resolved).stream()
                .flatMap(dependency -> dependency.getResolvedPaths().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Set<ResolvedDependency> reachable(Map<ArtifactKey, ResolvedDependency> resolved) {
        Set<ResolvedDependency> seen = new LinkedHashSet<>();
        Deque<ArtifactKey> next = new ArrayDeque<>(Set.of(EMBEDDED));
        while (!next.isEmpty()) {
            ResolvedDependency dependency = resolved.get(next.remove());
            if (dependency != null && seen.add(dependency)) {
                dependency.getDependencies().stream()
                        .map(ArtifactCoords::getKey)
                        .forEach(next::add);
            }
        }
        return seen;
    }
}
