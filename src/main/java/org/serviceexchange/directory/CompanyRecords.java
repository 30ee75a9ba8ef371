package org.serviceexchange.directory;

import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/** What other modules keep about a company, for its page; each declares its own beans. */
@FunctionalInterface
public interface CompanyRecords {

    /** Records of the company with this id: first those that live, then the newest. */
    Records of(String companyId);

    /**
     * As many as a page shows.
     *
     * @param more whether there are others
     */
    record Records(List<Entry> entries, boolean more) {}

    /**
     * A record.
     *
     * @param number such as {@code REG0001001}
     * @param path of its page
     * @param state where it stands
     * @param styleClass of the state's badge
     */
    record Entry(String number, String path, LocalizedMessage state, String styleClass) {}
}
