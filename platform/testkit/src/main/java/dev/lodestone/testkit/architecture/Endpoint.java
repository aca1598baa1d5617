package dev.lodestone.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lodestone.platform.security.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * An endpoint of a service, read from its classes.
 *
 * @param method the Java method; it may be inherited from a class without a path
 * @param verb the HTTP method
 * @param path the whole path, with its placeholders and without a slash at its end
 * @param roles the roles that may call it; empty if no role is needed
 */
public record Endpoint(JavaMethod method, String verb, String path, Set<String> roles) {
    /** Every capability that a token may have. */
    public static final List<String> CAPABILITIES =
            Arrays.stream(Role.class.getFields()).map(Endpoint::value).toList();

    public Endpoint {
        roles = Set.copyOf(roles);
    }

    /** Every endpoint below {@code packageName}, such as {@code dev.lodestone.tier}. */
    public static List<Endpoint> of(String packageName) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(packageName).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getAllMethods().stream()
                                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                                .map(method -> of(type, method)))
                        .toList();
    }

    private static Endpoint of(JavaClass type, JavaMethod method) {
        String path = type.getAnnotationOfType(Path.class).value()
                + "/"
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return new Endpoint(method, verb(method), path.replaceAll("/+", "/").replaceAll("/$", ""), roles(type, method));
    }

    private static Set<String> roles(JavaClass type, JavaMethod method) {
        if (method.isAnnotatedWith(PermitAll.class)) {
            return Set.of();
        }
        return method.tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> type.tryGetAnnotationOfType(RolesAllowed.class))
                .map(annotation -> Set.of(annotation.value()))
                .orElse(Set.of());
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .flatMap(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
