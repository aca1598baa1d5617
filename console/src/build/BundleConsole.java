import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.model.BundleOptions;
import io.mvnpm.esbuild.model.EsBuildConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Builds the files of the pages: types from the OpenAPI document, type check, bundle, compression. Maven runs it from source. Nothing is done
 * when no input has changed since the last build. A page is a folder with a script and an HTML file of the same name, such as console/console.ts.
 */
public class BundleConsole {
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\"(\\.[^\"]+)\"");

    private final Path module;
    private final Path openApi;
    private final Path work;
    private final Path nodeModules;
    private final Path files;

    BundleConsole(Path module, Path openApi) {
        this.module = module;
        this.openApi = openApi;
        this.work = module.resolve("target/web");
        this.nodeModules = module.resolve("target/node_modules");
        this.files = module.resolve("target/classes/console-files");
    }

    public static void main(String[] arguments) throws Exception {
        new BundleConsole(Path.of(arguments[0]), Path.of(arguments[1])).run();
    }

    private void run() throws Exception {
        Path stamp = module.resolve("target/console-inputs");
        String inputs = inputs();
        if (Files.exists(files.resolve("console.html")) && Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            System.out.println("The console is up to date");
            return;
        }
        delete(work);
        delete(files);
        copy(module.resolve("src/main/web"), work);
        Files.writeString(work.resolve("shared/api/schema.ts"), OpenApiTypes.of(openApi));
        Bundler.install(nodeModules, List.of());
        checkTypes();
        bundle();
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, inputs);
    }

    /** esbuild only removes types, so the compiler checks them first, on the JavaScript runtime that esbuild runs on. */
    private void checkTypes() throws IOException, InterruptedException {
        Path compiler = nodeModules.resolve("typescript/lib/tsc.js");
        List<String> command = List.of(
                runtime().toString(), "run", "-A", "--node-modules-dir=manual", compiler.toString(), "-p", module.resolve("tsconfig.json").toString());
        Process process = new ProcessBuilder(command).directory(module.resolve("target").toFile()).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The console's types do not fit, see above");
        }
    }

    private Path runtime() throws IOException {
        try (Stream<Path> found = Files.walk(nodeModules.resolve("@deno"), 2)) {
            Path runtime = found.filter(path -> path.getFileName().toString().matches("deno(\\.exe)?") && Files.isRegularFile(path))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no Deno for this operating system"));
            if (!runtime.toFile().setExecutable(true)) {
                throw new IllegalStateException("Cannot make " + runtime + " executable");
            }
            return runtime;
        }
    }

    /** Each page by itself: chunks that pages share would be many small files, and each is a request. */
    private void bundle() throws IOException {
        EsBuildConfig config = EsBuildConfig.builder().sourceMap(false).chunkNames("[name]-[hash]").build();
        Set<String> all = new TreeSet<>();
        for (String page : pages()) {
            BundleOptions options = BundleOptions.builder()
                    .withWorkDir(work)
                    .withNodeModulesDir(nodeModules)
                    .withEsConfig(config)
                    .addEntryPoint(page + "/" + page + ".ts")
                    .build();
            Path built = Bundler.bundle(options, true).dist();
            List<String> names = compress(built);
            write(page + ".html", html(page, names, built).getBytes());
            all.addAll(names);
        }
        write("static/names.txt", String.join("\n", all).getBytes());
        System.out.printf("Console: %d files for the pages %s%n", all.size(), pages());
    }

    private List<String> pages() throws IOException {
        try (Stream<Path> folders = Files.list(work)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.exists(work.resolve(name).resolve(name + ".ts")))
                    .sorted()
                    .toList();
        }
    }

    private List<String> compress(Path built) throws IOException {
        Map<String, Path> byName = new TreeMap<>();
        try (Stream<Path> found = Files.walk(built)) {
            found.filter(Files::isRegularFile).forEach(path -> byName.put(built.relativize(path).toString(), path));
        }
        for (Map.Entry<String, Path> file : byName.entrySet()) {
            write("static/" + file.getKey() + ".gz", gzip(Files.readAllBytes(file.getValue())));
        }
        return List.copyOf(byName.keySet());
    }

    private String html(String page, List<String> names, Path built) throws IOException {
        String script = entry(page, names, "js");
        return Files.readString(work.resolve(page).resolve(page + ".html"))
                .replace("{script}", script)
                .replace("{style}", entry(page, names, "css"))
                .replace("{preload}", preload(page, script, built));
    }

    /** Links for what the script imports at its start: the browser asks for it at once, not only when it has read the script. */
    private static String preload(String page, String script, Path built) throws IOException {
        Path file = built.resolve(script);
        return IMPORT.matcher(Files.readString(file)).results()
                .map(found -> built.relativize(file.resolveSibling(found.group(1)).normalize()).toString().replace('\\', '/'))
                .distinct()
                .map(name -> "<link rel=\"modulepreload\" href=\"/" + page + "/static/" + name + "\">")
                .collect(Collectors.joining("\n"));
    }

    private static String entry(String page, List<String> names, String type) {
        return names.stream()
                .filter(name -> name.matches("(.*/)?" + page + "-[A-Z0-9]{8}\\." + type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The page " + page + " has no file of type " + type + " in " + names));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed) {
            {
                def.setLevel(9);
            }
        }) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** A hash of all that goes into the build: sources, document, settings and the versions of the libraries. */
    private String inputs() throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        List<Path> sources = new ArrayList<>(List.of(openApi, module.resolve("tsconfig.json")));
        for (String folder : List.of("src/main/web", "src/build")) {
            try (Stream<Path> found = Files.walk(module.resolve(folder))) {
                found.filter(Files::isRegularFile).sorted().forEach(sources::add);
            }
        }
        for (Path source : sources) {
            hash.update(source.toString().getBytes());
            hash.update(Files.readAllBytes(source));
        }
        hash.update(System.getProperty("java.class.path").getBytes());
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path source : found.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
