package org.serviceexchange.workshop.shipping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;
import org.springframework.stereotype.Service;

/**
 * Says what is wrong with models before they are deployed: the rule book first, because the engine must not read what that
 * refuses; then the engine itself; at last a proof, which
 * explores all that can happen.
 */
@Service
public class CheckModels {

    /** As long as the column. */
    private static final int LONGEST_REASON = 1000;

    private final Deployments deployments;
    private final List<ModelProof> proofs;

    public CheckModels(Deployments deployments, List<ModelProof> proofs) {
        this.proofs = List.copyOf(proofs);
        this.deployments = deployments;
    }

    /**
     * What came of all checks.
     *
     * @param findings what speaks against the models; empty if they pass
     * @param notes what whoever decides should know
     */
    record Judgement(List<LocalizedMessage> findings, List<LocalizedMessage> notes) {

        Judgement {
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }
    }

    /** Judges models that a person brings: by the rules, and by a proof if they pass these. */
    Judgement judge(ModelFiles models) {
        List<LocalizedMessage> findings = new ArrayList<>(findings(models));
        List<LocalizedMessage> notes = new ArrayList<>();
        if (findings.isEmpty()) {
            for (ModelProof proof : proofs) {
                ModelProof.Verdict verdict = proof.of(models.files());
                findings.addAll(verdict.against());
                notes.addAll(verdict.unproved());
            }
        }
        return new Judgement(findings, notes);
    }

    /** Everything that speaks against models by the rules; empty if they pass. */
    List<LocalizedMessage> findings(ModelFiles models) {
        List<LocalizedMessage> findings = new ArrayList<>();
        if (models.reason().isEmpty() || models.reason().length() > LONGEST_REASON) {
            findings.add(LocalizedMessage.of("workshop.check.reason", ModelFiles.REASON, LONGEST_REASON));
        }
        RuleBook.check(ProcessFolder.of(models.files())).stream()
                .filter(breach -> breach.kind().refuses())
                .map(Breach::report)
                .forEach(findings::add);
        if (findings.isEmpty()) {
            deployments
                    .objection(models.files())
                    .ifPresent(text -> findings.add(LocalizedMessage.of("workshop.check.engine", abridged(text))));
        }
        return List.copyOf(findings);
    }

    private static String abridged(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + " …" : text;
    }

    /**
     * Forms that neither the application nor the operator's folder brought: they run in Tasklist with the rights of whoever opens
     * them, so that nobody without access to the machine may bring one.
     */
    List<LocalizedMessage> unknownForms(ModelFiles models, List<ModelFiles> trusted) {
        return models.files().entrySet().stream()
                .filter(file -> ModelFiles.isForm(file.getKey()))
                .filter(file -> trusted.stream().noneMatch(one -> isIn(one.files(), file)))
                .map(file -> LocalizedMessage.of("workshop.check.form", file.getKey()))
                .toList();
    }

    private static boolean isIn(Map<String, byte[]> files, Map.Entry<String, byte[]> file) {
        byte[] known = files.get(file.getKey());
        return known != null && Arrays.equals(known, file.getValue());
    }
}
