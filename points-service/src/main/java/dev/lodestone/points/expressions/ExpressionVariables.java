package dev.lodestone.points.expressions;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that an expression may read.
 *
 * @param types by name
 * @param structs provides the structs among these types, and those of their fields
 */
public record ExpressionVariables(Map<String, CelType> types, CelTypeProvider structs) {
    public ExpressionVariables {
        types = Map.copyOf(types);
    }

    /** A type with named fields. A field that a value lacks fails the evaluation, unless the expression asks {@code has(…)} first. */
    public static StructType struct(String name, Map<String, CelType> fields) {
        ImmutableMap<String, CelType> types = ImmutableMap.copyOf(fields);
        return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    /** Provides {@code structs} by name. */
    public static CelTypeProvider providing(Collection<StructType> structs) {
        ImmutableList<CelType> types = ImmutableList.copyOf(structs);
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return types;
            }

            @Override
            public Optional<CelType> findType(String name) {
                return types.stream().filter(type -> type.name().equals(name)).findFirst();
            }
        };
    }
}
