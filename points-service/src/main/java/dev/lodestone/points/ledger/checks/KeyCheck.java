package dev.lodestone.points.ledger.checks;

import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.util.ArrayList;
import java.util.List;

/** Checks that each key matches the record that introduced it, and that no key was inserted between two others. */
public final class KeyCheck {
    private KeyCheck() {}

    /** The findings about {@code keys}, oldest first. A key that its predecessor did not vouch for is not a finding. */
    public static List<Finding> of(List<SealingKey> keys) {
        List<Finding> findings = new ArrayList<>();
        SealingKey before = null;
        for (SealingKey key : keys) {
            if (!key.isItsOwn()) {
                findings.add(finding(key, "it did not sign the record that introduced it"));
            }
            boolean follows =
                    before == null ? key.previousId() == null : before.id().equals(key.previousId());
            if (!follows) {
                findings.add(finding(key, "it does not follow the key before it"));
            } else if (before != null && key.previousSignature() != null && !key.isVouchedForBy(before)) {
                findings.add(finding(key, "the key before it did not vouch for it"));
            }
            before = key;
        }
        return findings;
    }

    private static Finding finding(SealingKey key, String detail) {
        return Finding.ofBlock(FindingKind.KEY_INVALID, key.fromBlock(), "key " + key.id() + ": " + detail);
    }
}
