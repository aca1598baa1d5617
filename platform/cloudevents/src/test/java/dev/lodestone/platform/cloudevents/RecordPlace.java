package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An object in a sample, the record that it becomes and the schema that describes it.
 *
 * @param pointer where in the event, as a JSON pointer
 */
record RecordPlace(String pointer, Class<?> recordClass, SchemaNode schema) {
    /** The data of a sample and all records below it; of a list the first element speaks for all. */
    static List<RecordPlace> of(Contract contract) {
        List<RecordPlace> places = new ArrayList<>();
        collect(new RecordPlace("/data", contract.type().factClass(), contract.schema()), places);
        return places;
    }

    List<RecordComponent> components() {
        return Arrays.asList(recordClass.getRecordComponents());
    }

    String pointerTo(RecordComponent component) {
        return pointer + "/" + component.getName();
    }

    ObjectNode in(JsonNode event) {
        if (event.at(pointer) instanceof ObjectNode object) {
            return object;
        }
        throw new AssertionError("the sample lacks " + pointer);
    }

    @Override
    public String toString() {
        return pointer + " (" + recordClass.getSimpleName() + ")";
    }

    private static void collect(RecordPlace place, List<RecordPlace> places) {
        places.add(place);
        for (RecordComponent component : place.components()) {
            SchemaNode schema = place.schema().property(component.getName());
            if (component.getType().isRecord()) {
                collect(new RecordPlace(place.pointerTo(component), component.getType(), schema), places);
            } else if (elementOf(component) instanceof Class<?> element && element.isRecord()) {
                collect(new RecordPlace(place.pointerTo(component) + "/0", element, schema.items()), places);
            }
        }
    }

    private static Object elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list && component.getType() == List.class
                ? list.getActualTypeArguments()[0]
                : component.getType();
    }
}
