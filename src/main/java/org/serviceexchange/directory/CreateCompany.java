package org.serviceexchange.directory;

import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.store.Numbers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a company: the organisation that runs another instance. */
@Service
public class CreateCompany {

    static final int NAME_LENGTH = 100;
    private static final String PREFIX = "CMP";

    private final DirectoryRows rows;
    private final Numbers numbers;

    CreateCompany(DirectoryRows rows, Numbers numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    /** Creates an active company; a name that is in use is a {@code COMPANY_NAME_TAKEN} problem. */
    @Transactional
    public Company create(String name) {
        String checked = InputValidation.line("name", name, NAME_LENGTH);
        var company = new Company(numbers.next(PREFIX), checked, true);
        rows.add(company);
        return company;
    }
}
