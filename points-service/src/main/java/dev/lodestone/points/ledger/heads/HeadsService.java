package dev.lodestone.points.ledger.heads;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.points.ledger.hashing.Chain;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and writes the heads kept outside the database. It answers on worker threads, because access to files and the broker blocks. */
@ApplicationScoped
public class HeadsService {
    private static final String TYPE = "dev.lodestone.seal.head.v1";

    private final @Nullable HeadFolder folder;
    private final HeadTopic topic;
    private final Json json;

    HeadsService(HeadsConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka, Json json) {
        this.folder = config.folder().map(HeadFolder::new).orElse(null);
        this.topic = new HeadTopic(kafka, config);
        this.json = json;
    }

    /** All sources of heads. */
    public List<HeadSource> sources() {
        List<HeadSource> sources = new ArrayList<>();
        for (Chain chain : Chain.values()) {
            if (folder != null) {
                sources.add(new HeadSource(HeadSource.Kind.FILE, chain));
            }
            sources.add(new HeadSource(HeadSource.Kind.TOPIC, chain));
        }
        return sources;
    }

    /** Creates missing topics. */
    public Uni<Void> createTopics() {
        return onWorker(() -> {
                    for (Chain chain : Chain.values()) {
                        topic.create(chain);
                    }
                    return true;
                })
                .replaceWithVoid();
    }

    /** The newest lines of {@code source} before {@code end}; 0 means the end of the source. */
    public Uni<HeadPage> page(HeadSource source, long end) {
        return onWorker(() -> read(source, end));
    }

    /** The newest head of {@code source} that {@code trusted} accepts, with all others left out; empty if there is none. */
    public Uni<Optional<PublishedHead>> last(HeadSource source, Predicate<PublishedHead> trusted) {
        return onWorker(() -> {
            HeadPage page = read(source, 0);
            Optional<PublishedHead> found = newest(page, trusted);
            while (found.isEmpty() && page.before() > 0) {
                page = read(source, page.before());
                found = newest(page, trusted);
            }
            return found;
        });
    }

    /** Appends {@code heads} to the file of {@code chain}, if files are configured. */
    public Uni<Void> append(Chain chain, List<PublishedHead> heads) {
        return onWorker(() -> {
                    if (folder != null) {
                        folder.append(chain, heads.stream().map(json::write).toList());
                    }
                    return true;
                })
                .replaceWithVoid();
    }

    /** The outbox row that publishes {@code head} to its topic. */
    public OutboxRow row(PublishedHead head) {
        byte[] payload = json.write(head).getBytes(StandardCharsets.UTF_8);
        return new OutboxRow(Ids.next(), head.chain().topic(), head.chain().name(), TYPE, payload, null, null, null);
    }

    /** Parses {@code line}; empty if it is not a head. */
    public Optional<PublishedHead> parse(String line) {
        try {
            return Optional.of(json.read(line, PublishedHead.class));
        } catch (IllegalStateException noHead) {
            return Optional.empty();
        }
    }

    private HeadPage read(HeadSource source, long end) {
        return switch (source.kind()) {
            case FILE -> folder == null ? HeadPage.NONE : folder.page(source.chain(), end);
            case TOPIC -> topic.page(source.chain(), end);
        };
    }

    private Optional<PublishedHead> newest(HeadPage page, Predicate<PublishedHead> trusted) {
        return page.lines().stream()
                .map(this::parse)
                .flatMap(Optional::stream)
                .filter(trusted)
                .findFirst();
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
