package dev.lodestone.gateway.membercentre;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.lodestone.events.MemberId;
import dev.lodestone.gateway.membercentre.MemberCentreView.Reason;
import dev.lodestone.gateway.upstreams.UpstreamException;
import dev.lodestone.gateway.upstreams.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Requests the parts of all services concurrently, each with its own time-out, and leaves out services that do not answer. */
@ApplicationScoped
class MemberCentre {
    private static final Logger LOG = Logger.getLogger(MemberCentre.class);
    /** A part is a summary; a larger answer is a defect of the service. */
    private static final int PART_BYTES_MAX = 256 << 10;

    private final Upstreams upstreams;
    private final MemberCentreConfig config;
    private final ObjectReader reader;

    MemberCentre(Upstreams upstreams, MemberCentreConfig config, ObjectMapper mapper) {
        this.upstreams = upstreams;
        this.config = config;
        // Numbers keep every digit that the service wrote.
        this.reader = mapper.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** @param headers of the caller; they identify the member */
    Uni<MemberCentreView> of(MemberId member, Map<String, String> headers) {
        List<Uni<PartAnswer>> parts =
                Arrays.stream(Part.values()).map(part -> ask(part, headers)).toList();
        return Uni.join().all(parts).andFailFast().map(answers -> MemberCentreView.of(member, answers));
    }

    private Uni<PartAnswer> ask(Part part, Map<String, String> headers) {
        return upstreams
                .get(part.service(), part.path(), headers, config.timeout(), PART_BYTES_MAX)
                .map(answer -> read(part, answer))
                .onFailure()
                .recoverWithItem(failure -> missing(part, failure));
    }

    private PartAnswer read(Part part, Upstreams.Answer answer) {
        return switch (answer.status()) {
            case 200 -> PartAnswer.of(part, json(answer.body().getBytes()));
            case 204, 404 -> PartAnswer.of(part, null);
            case 401, 403 -> PartAnswer.missing(part, Reason.REFUSED);
            default -> PartAnswer.missing(part, Reason.FAILED);
        };
    }

    private JsonNode json(byte[] body) {
        try {
            JsonNode content = reader.readTree(body);
            if (!content.isContainerNode()) {
                throw new IllegalStateException("a part must be a JSON object or array");
            }
            return content;
        } catch (IOException unreadable) {
            throw new IllegalStateException("a part must be JSON", unreadable);
        }
    }

    private static PartAnswer missing(Part part, Throwable failure) {
        Reason reason = failure instanceof UpstreamException upstream ? reason(upstream.reason()) : Reason.FAILED;
        LOG.warnf("member centre goes without a part; service=%s reason=%s", part.service(), reason);
        return PartAnswer.missing(part, reason);
    }

    private static Reason reason(UpstreamException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE, SATURATED, BROKEN_OFF -> Reason.UNAVAILABLE;
            case TOO_SLOW -> Reason.TIMEOUT;
        };
    }
}
