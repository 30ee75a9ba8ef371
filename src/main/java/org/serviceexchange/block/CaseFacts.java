package org.serviceexchange.block;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What building blocks know of a case, as its record says at this moment.
 *
 * @param company name of the company; of the provider, at a consumer
 * @param companyId what programs know the company by; empty if there is none
 * @param contact the person who makes the connection
 * @param requester user name of the person who began the case here
 * @param peer base URL of the other instance
 * @param page path of the page of the case
 */
public record CaseFacts(
        String number, String company, String companyId, Reader contact, String requester, String peer, String page) {

    /**
     * Somebody who reads an e-mail.
     *
     * @param mail e-mail address, empty if none
     * @param language chosen for the person; null for that of the instance
     */
    public record Reader(String name, String mail, @Nullable Locale language) {}
}
