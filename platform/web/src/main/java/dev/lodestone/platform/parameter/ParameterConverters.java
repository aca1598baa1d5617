package dev.lodestone.platform.parameter;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every path and query parameter a converter that knows the parameter's name. The framework finds it by its annotation and asks it
 * once for each parameter at the start.
 */
@Provider
public final class ParameterConverters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Optional<String> name =
                Arrays.stream(annotations).flatMap(ParameterConverters::nameIn).findFirst();
        return name.flatMap(named -> ParameterType.of(type).map(read -> new NamedConverter(named, read)))
                .map(converter -> (ParamConverter<T>) converter)
                .orElse(null);
    }

    private static Stream<String> nameIn(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> Stream.of(query.value());
            case PathParam path -> Stream.of(path.value());
            default -> Stream.empty();
        };
    }

    private record NamedConverter(String name, ParameterType type) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return type.reader().apply(text);
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
                throw new InvalidParameterException(name, type.expected());
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
