package dev.lodestone.points.ledger.checks;

import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.blocks.BlockService;
import dev.lodestone.points.ledger.heads.HeadPage;
import dev.lodestone.points.ledger.heads.HeadSource;
import dev.lodestone.points.ledger.heads.HeadsService;
import dev.lodestone.points.ledger.heads.PublishedHead;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Compares the chains with the heads kept outside the database, from the newest head back. An operator's declaration after a restore comes
 * later than the heads that it abandons, so that this order reads it first.
 */
@ApplicationScoped
public class HeadStageService {
    private static final Logger LOG = Logger.getLogger(HeadStageService.class);

    private final Transactions transactions;
    private final BlockService blocks;
    private final HeadsService heads;

    HeadStageService(Transactions transactions, BlockService blocks, HeadsService heads) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.heads = heads;
    }

    /**
     * @param source index of the source
     * @param end the page ends before this line; 0 is the end of the source
     * @param limit the highest block that no declaration read so far has abandoned
     */
    private record Place(int source, long end, long limit) {
        private static final Place START = new Place(0, 0, Long.MAX_VALUE);

        static Place parse(String position) {
            if (position.isEmpty()) {
                return START;
            }
            String[] parts = position.split("/");
            return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return source + "/" + end + "/" + limit;
        }
    }

    /**
     * The heads of a page whose blocks must exist.
     *
     * @param ignored number of lines on a topic that no trusted key signed
     */
    private record Read(List<PublishedHead> wanted, List<Finding> findings, long limit, long ignored) {}

    /**
     * The page of heads at {@code position}. Only lines signed by a {@code trusted} key count. Any other line on a topic is noise: every
     * writer to the topic can add one, and it contradicts nothing. In a file it is a finding, because only the service writes there.
     */
    public Uni<Page> page(String position, TrustedKeys trusted) {
        Place place = Place.parse(position);
        List<HeadSource> sources = heads.sources();
        if (place.source() >= sources.size()) {
            return Uni.createFrom().item(Page.last(List.of()));
        }
        HeadSource source = sources.get(place.source());
        return heads.page(source, place.end())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> compare(source, page, read(source, page, place.limit(), trusted), place));
    }

    private Read read(HeadSource source, HeadPage page, long before, TrustedKeys trusted) {
        List<PublishedHead> wanted = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        long limit = before;
        long ignored = 0;
        for (String line : page.lines()) {
            Optional<PublishedHead> head = heads.parse(line)
                    .filter(found -> found.chain() == source.chain() && trusted.trusts(found.keyId()))
                    .filter(blocks::isGenuine);
            if (head.isEmpty() && source.kind() == HeadSource.Kind.TOPIC) {
                ignored++;
            } else if (head.isEmpty()) {
                findings.add(Finding.of(
                        FindingKind.HEAD_INVALID,
                        source + " has a line that no trusted key signed: " + shortened(line)));
            } else if (head.get().kind() == PublishedHead.Kind.RESUMED) {
                limit = Math.min(limit, head.get().number());
            } else if (head.get().number() <= limit) {
                wanted.add(head.get());
            }
        }
        if (ignored > 0) {
            LOG.warnf("lines without a trusted signature are ignored: source=%s lines=%d", source, ignored);
        }
        return new Read(wanted, findings, limit, ignored);
    }

    private Uni<Page> compare(HeadSource source, HeadPage page, Read read, Place place) {
        Place next = page.before() > 0
                ? new Place(place.source(), page.before(), read.limit())
                : new Place(place.source() + 1, 0, Long.MAX_VALUE);
        List<Long> numbers =
                read.wanted().stream().map(PublishedHead::number).distinct().toList();
        return transactions
                .read(connection -> blocks.hashes(connection, source.chain(), numbers))
                .map(hashes -> {
                    List<Finding> findings = new ArrayList<>(read.findings());
                    read.wanted().forEach(head -> compare(source, head, hashes, findings));
                    return new Page(
                            next.toString(),
                            findings,
                            new Page.Counts(0, 0, 0, read.wanted().size(), read.ignored(), 0));
                });
    }

    private static void compare(
            HeadSource source, PublishedHead head, Map<Long, String> hashes, List<Finding> findings) {
        String hash = hashes.get(head.number());
        if (hash == null) {
            findings.add(Finding.ofBlock(
                    FindingKind.CHAIN_TRUNCATED,
                    head.number(),
                    source + " has this block of " + source.chain() + ", the database does not"));
        } else if (!hash.equals(head.hash())) {
            findings.add(Finding.ofBlock(
                    FindingKind.CHAIN_REPLACED,
                    head.number(),
                    source + " has a different block " + head.hash() + " of " + source.chain() + " with this number"));
        }
    }

    private static String shortened(String line) {
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
