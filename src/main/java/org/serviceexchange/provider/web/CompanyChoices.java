package org.serviceexchange.provider.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.serviceexchange.directory.Company;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * The active companies that a form offers. Of many, a person finds one by typing a part of its name.
 *
 * @param offered the first companies that match, and the one that is chosen already
 * @param found number of all that match
 * @param many whether there are so many that the form should offer to search
 */
record CompanyChoices(List<Company> offered, int found, boolean many) {

    /** More than this nobody reads through. */
    static final int MOST = 50;

    private static final int MANY = 15;

    static CompanyChoices of(Collection<Company> companies, String find, String chosen) {
        List<Company> active = companies.stream().filter(Company::active).toList();
        String part = find.strip().toLowerCase(Locale.ROOT);
        List<Company> found = active.stream()
                .filter(company -> company.name().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        Stream<Company> kept = active.stream().filter(company -> company.id().equals(chosen));
        List<Company> offered =
                Stream.concat(found.stream().limit(MOST), kept).distinct().toList();
        return new CompanyChoices(offered, found.size(), active.size() > MANY);
    }

    public boolean empty() {
        return offered.isEmpty() && !many;
    }

    /** What the search found. */
    public LocalizedMessage hint() {
        return LocalizedMessage.of(
                "provider.new.find." + (found == 0 ? "none" : found > MOST ? "more" : "all"), found, MOST);
    }
}
