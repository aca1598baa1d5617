package dev.lodestone.platform.deadletters.operations;

import dev.lodestone.platform.deadletters.DeadLetterState;
import dev.lodestone.platform.deadletters.FailureOwner;
import dev.lodestone.platform.deadletters.PausedChannels;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of a service, and their redrive. Each service has a subclass that only gives the path, because the path of an
 * endpoint is fixed when the service is built.
 */
public abstract class DeadLetterEndpoints {
    private static final Logger LOG = Logger.getLogger(DeadLetterEndpoints.class);

    @Inject
    Caller caller;

    @Inject
    Transactions transactions;

    @Inject
    Idempotency idempotency;

    @Inject
    DeadLetterDesk desk;

    @Inject
    PausedChannels channels;

    /**
     * Returns dead letters, newest first: {@code {items, next}}, by any of topic, reason, owner and state. Key and value are left out.
     *
     * @param topic only those of this topic
     * @param reason only those with this reason code
     * @param owner only those that this owner must correct
     * @param state only those in this state
     * @throws ProblemException 400 {@code invalid-request} if {@code owner}, {@code state}, {@code after} or {@code limit} is not valid
     */
    @GET
    @RolesAllowed({Role.DEAD_LETTERS, Role.ADMIN})
    public Uni<Page<DeadLetterView>> listDeadLetters(
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("owner") @Nullable FailureOwner owner,
            @QueryParam("state") @Nullable DeadLetterState state,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("after") @Nullable String after) {
        DeadLetterDesk.Filter filter = new DeadLetterDesk.Filter(topic, reason, owner, state);
        UUID last = Cursor.id(after);
        return transactions.read(connection -> desk.list(connection, filter, last, limit));
    }

    /** Returns the number of dead letters by topic, reason, owner and state, and the paused channels. */
    @GET
    @Path("summary")
    @RolesAllowed({Role.DEAD_LETTERS, Role.ADMIN})
    public Uni<DeadLetterSummary> getDeadLetterSummary() {
        return transactions.read(connection -> desk.groups(connection)
                .chain(groups -> channels.list(connection).map(paused -> new DeadLetterSummary(groups, paused))));
    }

    /**
     * Returns one dead letter, with its key and value in Base64.
     *
     * @param id the dead letter
     * @throws ProblemException 404 {@code dead-letter-unknown}
     */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.DEAD_LETTERS, Role.ADMIN})
    public Uni<DeadLetterView> getDeadLetter(@PathParam("id") UUID id) {
        return transactions.read(connection -> desk.find(connection, id));
    }

    /**
     * Redrives dead letters: those with the given ids, or all open ones of a topic and reason. Answers 202; the summary shows the progress. Each
     * has its effect once, even if it is requested several times.
     *
     * @throws ProblemException 400 {@code invalid-request} or {@code idempotency-key-missing}; 422 {@code idempotency-key-reused}
     */
    @POST
    @Path("redrive")
    @RolesAllowed({Role.DEAD_LETTERS, Role.ADMIN})
    @APIResponse(
            responseCode = "202",
            description = "They are handled as soon as possible; the summary shows how far that is",
            content = @Content(schema = @Schema(implementation = RedriveView.class)))
    public Uni<Response> redriveDeadLetters(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key, @NotNull @Valid RedriveRequest request) {
        String actor = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(actor, key, "redrive", request);
        return transactions
                .run(tx -> idempotency.once(
                        tx, idempotent, Response.Status.ACCEPTED, () -> desk.request(tx, request, actor)))
                .invoke(() -> LOG.infof("dead letters are to be handled again: actor=%s", actor));
    }

    /**
     * Resumes a paused channel. Records that still fail become dead letters and may pause it again.
     *
     * @param topic the topic of the channel
     * @throws ProblemException 404 {@code channel-not-paused}
     */
    @DELETE
    @Path("paused-channels/{topic}")
    @RolesAllowed({Role.DEAD_LETTERS, Role.ADMIN})
    public Uni<Void> resumeChannel(@PathParam("topic") String topic) {
        String actor = caller.subject();
        return transactions
                .run(tx -> channels.resume(tx, topic))
                .invoke(DeadLetterEndpoints::requirePaused)
                .replaceWithVoid()
                .invoke(() -> LOG.infof("a paused channel goes on: topic=%s actor=%s", topic, actor));
    }

    private static void requirePaused(boolean wasPaused) {
        if (!wasPaused) {
            throw new ProblemException(
                    DeadLettersProblems.CHANNEL_NOT_PAUSED, "Take the topic from the summary of dead letters");
        }
    }
}
