package org.serviceexchange.journey.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.serviceexchange.journey.Folders;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.rulebook.ProcessFolder;

/** The models of this application after a change of an analyst, as they are handed over. */
record OwnModels(Map<String, byte[]> files) {

    private static final String MODEL = "consumer-registration.bpmn";
    private static final String FORM = "forms/register-a-consumer.html";

    /** Asks for a purchase order, and makes a person approve each registration before its link is made. */
    static OwnModels withApprovalAndOwnField() throws IOException {
        ChangedModel model = ChangedModel.of(MODEL)
                .insert(
                        "flow_validatePrerequisites_to_createRegistrationTask",
                        UserTask.class,
                        "userTask_approveRegistration",
                        "Approve registration",
                        task -> {
                            task.setCamundaCandidateGroups("sn_sb.admin,admin");
                            task.setCamundaFormKey("embedded:deployment:forms/approval.html");
                            ChangedModel.property(task, "approvalBefore", "link");
                            ChangedModel.property(task, "approvalQuestion", "Is the contract signed?");
                        });
        Map<String, byte[]> files = shipped("Legal looks at each contract.");
        files.put(MODEL, model.content());
        change(files, FORM, form -> form.replace("  <script cam-script", """
                  <label for="own-order">Purchase order</label>
                  <input id="own-order" cam-variable-name="own_purchaseOrder" cam-variable-type="String" maxlength="200">
                  <script cam-script"""));
        return new OwnModels(files);
    }

    /** A step has another name; cases of the earlier version can move. */
    static OwnModels withAnotherName() throws IOException {
        Map<String, byte[]> files = shipped("The step has the name that our people use.");
        change(
                files,
                MODEL,
                model -> model.replace("name=\"Match contact\"", "name=\"Match the contact\"")
                        .replaceFirst("camunda:versionTag=\"(\\d+)\"", "camunda:versionTag=\"$1$1\""));
        return new OwnModels(files);
    }

    /** A step of the process is gone, which the rule book refuses. */
    static OwnModels withoutAStep() throws IOException {
        Map<String, byte[]> files = shipped("It is quicker this way.");
        change(files, MODEL, model -> model.replace("#{matchContactDelegate}", "#{trustEverybodyDelegate}"));
        return new OwnModels(files);
    }

    private static Map<String, byte[]> shipped(String reason) throws IOException {
        Map<String, byte[]> files =
                new TreeMap<>(ProcessFolder.of(Path.of("processes")).files());
        files.put("reason.txt", reason.getBytes(UTF_8));
        return files;
    }

    private static void change(Map<String, byte[]> files, String name, UnaryOperator<String> change) {
        files.computeIfPresent(
                name,
                (same, content) -> change.apply(new String(content, UTF_8)).getBytes(UTF_8));
    }

    /** As an operator puts them beside the application. */
    Path folder(String name) throws IOException {
        Path folder = Folders.fresh(name);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    /** As a person proposes them. */
    Path zip(String name) throws IOException {
        Path file = Folders.fresh(name).resolve("models.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
