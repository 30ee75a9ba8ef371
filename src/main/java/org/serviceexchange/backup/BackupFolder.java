package org.serviceexchange.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.DurableNames;

/**
 * The files of a backup: {@code manifest.json}, the key store as it is, and for each table its rows, one JSON array a line
 * after a first line with the columns.
 */
public final class BackupFolder implements Rows {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectMapper LINE = new ObjectMapper();
    private static final String MANIFEST = "manifest.json";
    private static final String KEY_STORE = "key-store.bcfks";
    private static final String ROWS = ".rows.gz";
    private static final String TABLES = "tables";

    private final Path folder;

    public BackupFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path keyStore() {
        return folder.resolve(KEY_STORE);
    }

    /** Whether there is a backup, as far as this process sees. */
    public boolean isThere() {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    /** What the backup says of itself; a {@code BACKUP_NOT_USABLE} problem if it is none, or of a later version. */
    public Manifest manifest() {
        Path file = folder.resolve(MANIFEST);
        if (!isThere()) {
            throw unusable(LocalizedMessage.of("backup.unusable.noManifest", MANIFEST));
        }
        try {
            JsonNode text = JSON.readTree(file.toFile());
            if (text.path("format").asInt() != Manifest.FORMAT) {
                throw unusable(LocalizedMessage.of(
                        "backup.unusable.format", text.path("format").asText(), Manifest.FORMAT));
            }
            return JSON.treeToValue(text, Manifest.class);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw unusable(LocalizedMessage.of("backup.unusable.file", MANIFEST, said(e)));
        }
    }

    void write(Manifest manifest) throws IOException {
        OwnerOnly.write(folder.resolve(MANIFEST), JSON.writeValueAsBytes(manifest));
    }

    /** Waits until the disk has the names of all files. */
    void force() {
        DurableNames.force(folder.resolve(TABLES));
        DurableNames.force(folder);
    }

    void writeKeyStore(byte[] content) throws IOException {
        OwnerOnly.write(keyStore(), content);
    }

    /** The hash of the key store's copy; empty if there is none. */
    String keyStoreHash() {
        try {
            return Files.exists(keyStore()) ? Thumbprint.of(Files.readAllBytes(keyStore())) : "";
        } catch (IOException e) {
            throw unusable(LocalizedMessage.of("backup.unusable.file", KEY_STORE, said(e)));
        }
    }

    /** Writes all rows of a table, and returns what they were. */
    TableContent write(String table, Rows rows, Progress progress) throws IOException {
        Path file = file(table);
        OwnerOnly.createFolder(Objects.requireNonNull(file.getParent()));
        OwnerOnly.create(file);
        TableContent content;
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            ContentSum sum = new ContentSum(new Lines(out));
            rows.read(table, sum);
            content = sum.of(table);
        }
        OwnerOnly.force(file);
        progress.copied(table, content.rows());
        return content;
    }

    boolean has(String table) {
        return Files.isRegularFile(file(table));
    }

    private Path file(String table) {
        return folder.resolve(TABLES).resolve(table + ROWS);
    }

    @Override
    public List<String> tables() {
        return manifest().tables().stream().map(TableContent::name).toList();
    }

    @Override
    public void read(String table, Sink sink) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(table))), StandardCharsets.UTF_8))) {
            sink.columns(columns(in.readLine(), table));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                sink.row(values(LINE.readTree(line)));
            }
        } catch (IOException e) {
            throw unusable(LocalizedMessage.of("backup.unusable.file", TABLES + "/" + table + ROWS, said(e)));
        }
    }

    private List<String> columns(@Nullable String line, String table) throws JsonProcessingException {
        if (line == null) {
            throw unusable(LocalizedMessage.of("backup.unusable.file", TABLES + "/" + table + ROWS, ""));
        }
        List<String> names = new ArrayList<>();
        LINE.readTree(line).forEach(name -> names.add(name.asText()));
        return names;
    }

    private static List<@Nullable Object> values(JsonNode line) {
        List<@Nullable Object> values = new ArrayList<>();
        line.forEach(value -> values.add(
                value.isNull()
                        ? null
                        : value.isBoolean()
                                ? (Object) value.booleanValue()
                                : value.isIntegralNumber()
                                        ? (Object) value.longValue()
                                        : value.isNumber() ? (Object) value.doubleValue() : value.asText()));
        return values;
    }

    Problem unusable(LocalizedMessage why) {
        return new Problem(ProblemCode.BACKUP_NOT_USABLE, folder, why);
    }

    private static String said(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Writes each row as a line. */
    private record Lines(BufferedWriter out) implements Sink {

        @Override
        public void columns(List<String> names) {
            line(names);
        }

        @Override
        public void row(List<@Nullable Object> values) {
            line(values);
        }

        private void line(List<?> values) {
            try {
                out.write(LINE.writeValueAsString(values));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
