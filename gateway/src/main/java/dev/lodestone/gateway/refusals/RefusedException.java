package dev.lodestone.gateway.refusals;

/** A request is rejected; carries the answer. */
public final class RefusedException extends RuntimeException {
    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        // Expected and frequent under attack, so it carries no stack.
        super(refusal.type().slug(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
