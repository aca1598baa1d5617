package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;

/** Says what is wrong with a text that is no JSON, or more of it than is read; repeats nothing of the text, which may be personal. */
final class JsonFault {
    private JsonFault() {}

    /** Whether {@code failure} comes from the text itself, not from its meaning. */
    static boolean isCauseOf(JsonProcessingException failure) {
        return failure.getCause() instanceof StreamReadException
                || failure.getCause() instanceof StreamConstraintsException;
    }

    static String of(JsonProcessingException failure) {
        JsonProcessingException fault =
                isCauseOf(failure) && failure.getCause() instanceof JsonProcessingException cause ? cause : failure;
        String said = String.valueOf(fault.getOriginalMessage());
        return "malformed JSON" + (fault instanceof StreamConstraintsException ? tooMuch(said) : twice(said))
                + place(fault);
    }

    /** The parser has one exception for all its limits, and one for all its faults; only the message tells them apart. */
    private static String tooMuch(String said) {
        if (said.startsWith("Document nesting depth")) {
            return ": nested deeper than " + StreamReadConstraints.DEFAULT_MAX_DEPTH + " levels";
        }
        if (said.startsWith("Number value length")) {
            return ": a number has more than " + StreamReadConstraints.DEFAULT_MAX_NUM_LEN + " digits";
        }
        return ": a name or text is too long";
    }

    private static String twice(String said) {
        return said.startsWith("Duplicate field") ? ": a member is there twice" : "";
    }

    private static String place(JsonProcessingException fault) {
        JsonLocation location = fault.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
