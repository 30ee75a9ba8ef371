package org.serviceexchange.kmf.keyring;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many connections, each with one Active key. */
public final class ManyKeys {

    private static final int AT_ONCE = 1000;

    private ManyKeys() {}

    public static String module(int number) {
        return "CCN%07d".formatted(number);
    }

    public static void fill(ApplicationContext kmf, int connections) {
        TransactionTemplate transaction = new TransactionTemplate(kmf.getBean(PlatformTransactionManager.class));
        for (int first = 1; first <= connections; first += AT_ONCE) {
            int from = first;
            transaction.executeWithoutResult(status -> {
                for (int i = from; i < from + AT_ONCE && i <= connections; i++) {
                    insert(kmf, module(i));
                }
            });
        }
    }

    private static void insert(ApplicationContext kmf, String module) {
        KeyHierarchy hierarchy = kmf.getBean(KeyHierarchy.class);
        KeyRows rows = kmf.getBean(KeyRows.class);
        String term = hierarchy.active(KeyName.KEY_ENCRYPTION).id();
        KeyRow draft = kmf.getBean(KeyMaker.class)
                .moduleKey(new KeyName(module, "inbound"), KeyMaker.AES, 1, KeyState.ACTIVE, term, new byte[0]);
        rows.insert(hierarchy.keys().wrap(draft, new byte[32]));
    }
}
