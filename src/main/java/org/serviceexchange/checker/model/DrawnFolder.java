package org.serviceexchange.checker.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The processes of a folder, without document types and external files. */
public final class DrawnFolder {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Map<String, Element> processes = new LinkedHashMap<>();
    private final Map<String, Document> files = new LinkedHashMap<>();
    private final List<LocalizedMessage> unreadable = new ArrayList<>();
    private final Set<String> reading = new HashSet<>();

    private DrawnFolder() {}

    /** Reads all files whose name ends in {@code .bpmn}. */
    public static DrawnFolder read(Path folder) throws IOException {
        DrawnFolder read = new DrawnFolder();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".bpmn")).sorted().forEach(read::file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return read;
    }

    private void file(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            Document document = parse(Files.readAllBytes(file));
            NodeList found = document.getElementsByTagNameNS(BPMN, "process");
            IntStream.range(0, found.getLength())
                    .mapToObj(index -> (Element) found.item(index))
                    .filter(process -> "true".equals(process.getAttribute("isExecutable")))
                    .forEach(process -> add(process, document, name));
        } catch (SAXParseException e) {
            unreadable.add(
                    LocalizedMessage.of("checker.unreadable", name, e.getLineNumber(), String.valueOf(e.getMessage())));
        } catch (SAXException | ParserConfigurationException e) {
            unreadable.add(LocalizedMessage.of("checker.unreadable", name, 1, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Element process, Document document, String file) {
        String id = process.getAttribute("id");
        if (processes.put(id, process) != null) {
            unreadable.add(LocalizedMessage.of("checker.twoOfOne", file, id));
        }
        files.put(id, document);
    }

    private static Document parse(byte[] content) throws SAXException, ParserConfigurationException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Thrown());
        return builder.parse(new ByteArrayInputStream(content));
    }

    /** What cannot be read, a sentence each. */
    public List<LocalizedMessage> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The process with this id; empty if no file has it, or if it is asked for while it is read: it calls itself. */
    public Optional<DrawnProcess> process(String id) {
        Element found = processes.get(id);
        if (found == null || !reading.add(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(drawn(id, found));
        } finally {
            reading.remove(id);
        }
    }

    private DrawnProcess drawn(String id, Element found) {
        Document file = files.get(id);
        if (file == null) {
            throw new IllegalStateException(id);
        }
        return new DrawnProcessReader(this, file).read(found);
    }

    /** What is wrong with a file is thrown rather than printed. */
    private static final class Thrown implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // A warning changes nothing
        }

        @Override
        public void error(SAXParseException exception) throws SAXParseException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXParseException {
            throw exception;
        }
    }
}
