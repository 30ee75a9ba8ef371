package org.serviceexchange.workshop.shipping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Models as one ZIP, as it is uploaded and kept.
 *
 * <p>Security guarantees: A ZIP is never unpacked beyond its limits. A name leads nowhere outside the folder.
 */
public final class ModelZip {

    /** The longest file that is accepted, packed. */
    public static final int LONGEST = 1_000_000;

    private static final int MOST_FILES = 100;
    private static final int LONGEST_UNPACKED = 5_000_000;
    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9_][A-Za-z0-9_-]{0,60}/){0,3}" + "[A-Za-z0-9_][A-Za-z0-9_.-]{0,80}\\.(bpmn|dmn|html|form|txt)");
    private static final Pattern LEFT_OUT =
            Pattern.compile("(.*/)?(\\.[^.].*|__MACOSX/.*|.*\\.(md|json|svg|png)|stories(\\.[a-z]+)?\\.txt)");

    private ModelZip() {}

    /** Why a ZIP is not accepted. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient LocalizedMessage why;

        Refused(String key, Object... arguments) {
            super(key);
            this.why = LocalizedMessage.of(key, arguments);
        }

        LocalizedMessage why() {
            return why;
        }
    }

    /** Unpacks an upload; documents and hidden files are left out, and so is the one folder in which all files are. */
    static ModelFiles read(byte[] packed) throws Refused {
        if (packed.length > LONGEST) {
            throw new Refused("workshop.zip.long", LONGEST / 1000);
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            int room = LONGEST_UNPACKED;
            int seen = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++seen > MOST_FILES) {
                    throw new Refused("workshop.zip.many", MOST_FILES);
                }
                byte[] content = zip.readNBytes(room + 1);
                room -= content.length;
                if (room < 0) {
                    throw new Refused("workshop.zip.long", LONGEST_UNPACKED / 1000);
                }
                if (!entry.isDirectory() && !LEFT_OUT.matcher(entry.getName()).matches()) {
                    add(files, entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refused("workshop.zip.unreadable");
        }
        if (files.isEmpty()) {
            throw new Refused("workshop.zip.unreadable");
        }
        return ModelFiles.of(withoutFolder(files));
    }

    private static void add(Map<String, byte[]> files, String name, byte[] content) throws Refused {
        if (!NAME.matcher(name).matches()) {
            throw new Refused("workshop.zip.name", name.replaceAll("[^A-Za-z0-9_./-]", "?"));
        }
        if (files.put(name, content) != null) {
            throw new Refused("workshop.zip.twice", name);
        }
    }

    private static Map<String, byte[]> withoutFolder(Map<String, byte[]> files) {
        String first = files.keySet().iterator().next();
        String folder = first.substring(0, first.indexOf('/') + 1);
        boolean all = !folder.isEmpty() && files.keySet().stream().allMatch(name -> name.startsWith(folder));
        if (!all || files.keySet().stream().noneMatch(name -> name.matches("[^/]+/[^/]+\\.bpmn"))) {
            return files;
        }
        Map<String, byte[]> inside = new TreeMap<>();
        files.forEach((name, content) -> inside.put(name.substring(folder.length()), content));
        return inside;
    }

    /** Packs the files of a version; its reason stands in its row. */
    public static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Unpacks what {@link #write} packed. */
    public static Map<String, byte[]> unpack(byte[] packed) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
