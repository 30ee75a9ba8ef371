package org.serviceexchange.directory;

import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Renames, deactivates and activates a company. */
@Service
public class EditCompany {

    private final Directory directory;
    private final DirectoryRows rows;

    EditCompany(Directory directory, DirectoryRows rows) {
        this.directory = directory;
        this.rows = rows;
    }

    /** Renames a company; a name that is in use is a {@code COMPANY_NAME_TAKEN} problem. */
    @Transactional
    public void rename(String id, String name) {
        String checked = InputValidation.line("name", name, CreateCompany.NAME_LENGTH);
        rows.change(new Company(id, checked, known(id).active()));
    }

    /** Deactivates a company, which then cannot be registered, or activates it again. */
    @Transactional
    public void setActive(String id, boolean active) {
        rows.change(new Company(id, known(id).name(), active));
    }

    private Company known(String id) {
        return directory.company(id).orElseThrow(() -> new Problem(ProblemCode.COMPANY_UNKNOWN, id));
    }
}
