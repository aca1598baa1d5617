package dev.lodestone.platform.javadoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Writes the Javadoc of resource classes ({@code type}), of their methods ({@code type#method}) and of records ({@code type}) to
 * {@value #FILE}, a properties file in UTF-8, sorted by key. Parameters have the names that callers use. A record's comment ends
 * with a tag {@code @nullable} for each component that may be null.
 */
@SupportedAnnotationTypes("*")
public final class JavadocProcessor extends AbstractProcessor {
    public static final String FILE = "META-INF/lodestone-javadoc.properties";

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String NULLABLE = "org.jspecify.annotations.Nullable";
    /** {@code PathParam}, {@code QueryParam} and {@code HeaderParam} have the name as their only value. */
    private static final List<String> PARAMETERS =
            List.of("jakarta.ws.rs.PathParam", "jakarta.ws.rs.QueryParam", "jakarta.ws.rs.HeaderParam");

    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";

    private final SortedMap<String, String> comments = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::add);
        if (round.processingOver() && !comments.isEmpty()) {
            write();
        }
        return false;
    }

    private void add(TypeElement type) {
        String name = type.getQualifiedName().toString();
        if (type.getKind() == ElementKind.RECORD) {
            put(name, comment(type) + nullable(type));
        } else if (isAnnotated(type, PATH)) {
            put(name, comment(type));
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getAnnotationMirrors().stream()
                    .anyMatch(annotation ->
                            isAnnotated(annotation.getAnnotationType().asElement(), HTTP_METHOD))) {
                put(name + "#" + method.getSimpleName(), withNamesOfCallers(comment(method), method));
            }
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }

    private void put(String key, String comment) {
        if (!comment.isBlank()) {
            comments.put(key, comment.strip());
        }
    }

    private String comment(Element element) {
        String comment = processingEnv.getElementUtils().getDocComment(element);
        return comment == null ? "" : comment;
    }

    private static String nullable(TypeElement type) {
        return type.getRecordComponents().stream()
                .filter(component -> component.asType().getAnnotationMirrors().stream()
                        .anyMatch(annotation ->
                                annotation.getAnnotationType().toString().equals(NULLABLE)))
                .map(component -> "\n@nullable " + component.getSimpleName())
                .collect(Collectors.joining());
    }

    /** Replaces the name of each Java parameter by that of the query, path or header parameter. */
    private static String withNamesOfCallers(String comment, ExecutableElement method) {
        String named = comment;
        for (VariableElement parameter : method.getParameters()) {
            for (AnnotationMirror annotation : parameter.getAnnotationMirrors()) {
                if (PARAMETERS.contains(annotation.getAnnotationType().toString())) {
                    for (AnnotationValue name : annotation.getElementValues().values()) {
                        named = named.replaceAll(
                                "@param\\s+" + parameter.getSimpleName() + "\\s", "@param " + name.getValue() + " ");
                    }
                }
            }
        }
        return named;
    }

    private static boolean isAnnotated(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .anyMatch(type -> type.toString().equals(annotation));
    }

    private void write() {
        try (Writer file = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                .openWriter()) {
            for (Map.Entry<String, String> comment : comments.entrySet()) {
                file.write(comment.getKey() + "=" + escaped(comment.getValue()) + "\n");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String escaped(String comment) {
        return comment.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
    }
}
