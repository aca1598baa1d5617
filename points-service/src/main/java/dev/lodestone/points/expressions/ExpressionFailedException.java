package dev.lodestone.points.expressions;

/** An expression cannot be evaluated for these values, such as for a division by zero; the message gives the cause. */
public final class ExpressionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean fieldMissing;

    ExpressionFailedException(String message, boolean fieldMissing, Throwable cause) {
        super(message, cause);
        this.fieldMissing = fieldMissing;
    }

    /** True if the values lack a field that the expression reads; a sample may lack fields that real values have. */
    public boolean isFieldMissing() {
        return fieldMissing;
    }
}
