package org.serviceexchange;

import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Gives the security chains of a shared context back the place where they keep form tokens. MockMvc's {@code csrf()} replaces
 * it for good, so that whatever comes over HTTP in a later class finds another one than people have.
 */
public final class OwnFormTokens implements TestExecutionListener {

    private static final String PLACE = "tokenRepository";
    private static final Map<CsrfFilter, CsrfTokenRepository> OWN = new WeakHashMap<>();

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(FilterChainProxy.class)
                    .forEach(chains -> chains.getFilterChains().stream()
                            .flatMap(chain -> chain.getFilters().stream())
                            .filter(CsrfFilter.class::isInstance)
                            .map(CsrfFilter.class::cast)
                            .forEach(OwnFormTokens::giveBack));
        }
    }

    private static synchronized void giveBack(CsrfFilter filter) {
        CsrfTokenRepository own =
                OWN.computeIfAbsent(filter, seen -> (CsrfTokenRepository) ReflectionTestUtils.getField(seen, PLACE));
        ReflectionTestUtils.setField(filter, PLACE, own);
    }
}
