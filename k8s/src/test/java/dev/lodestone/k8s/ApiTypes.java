package dev.lodestone.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * Compares the kind of every value with the field of the API model that takes it. The models' own check lets a number pass for a text,
 * which the API server does not.
 */
final class ApiTypes {
    private ApiTypes() {}

    static void check(JsonNode value, Type type, String place) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            require(value.isArray(), place, "a list");
            value.forEach(element -> check(element, generic.getActualTypeArguments()[0], place + "/*"));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            require(value.isObject(), place, "an object");
            value.properties()
                    .forEach(entry ->
                            check(entry.getValue(), generic.getActualTypeArguments()[1], place + "/" + entry.getKey()));
        } else {
            checkPlain(value, (Class<?>) type, place);
        }
    }

    private static void checkPlain(JsonNode value, Class<?> type, String place) {
        if (type == String.class) {
            require(value.isTextual(), place, "a text");
        } else if (type == Boolean.class) {
            require(value.isBoolean(), place, "true or false");
        } else if (type == Integer.class || type == Long.class) {
            require(value.isIntegralNumber(), place, "a whole number");
        } else if (type == IntOrString.class) {
            require(value.isIntegralNumber() || value.isTextual(), place, "a whole number or a text");
        } else if (type == Quantity.class) {
            Quantity.fromString(value.asText());
        } else {
            require(value.isObject(), place, "an object");
            value.properties().forEach(member -> checkMember(member, type, place + "/" + member.getKey()));
        }
    }

    private static void checkMember(Map.Entry<String, JsonNode> member, Class<?> model, String place) {
        for (Field field : model.getDeclaredFields()) {
            SerializedName name = field.getAnnotation(SerializedName.class);
            if (name != null && name.value().equals(member.getKey())) {
                check(member.getValue(), field.getGenericType(), place);
                return;
            }
        }
        throw new IllegalArgumentException(place + " is not in the API");
    }

    private static void require(boolean right, String place, String due) {
        if (!right) {
            throw new IllegalArgumentException(place + " must be " + due);
        }
    }
}
