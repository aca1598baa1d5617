package dev.lodestone.platform.parameter;

import jakarta.ws.rs.BadRequestException;

/**
 * A parameter of the path or the query has a value that its type cannot hold. It is a {@link BadRequestException}, since the framework
 * answers 404 for any other failure of a converter.
 */
public final class InvalidParameterException extends BadRequestException {
    private final String parameter;
    private final String expected;

    InvalidParameterException(String parameter, String expected) {
        super(parameter + " " + expected);
        this.parameter = parameter;
        this.expected = expected;
    }

    /** The name as it stands in the request. */
    public String parameter() {
        return parameter;
    }

    /** What the value must be; begins with {@code must be}. Never holds the value itself. */
    public String expected() {
        return expected;
    }
}
