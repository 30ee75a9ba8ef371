package org.serviceexchange.notice.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.notice.NoticeChoice;
import org.serviceexchange.notice.NoticeChoices;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.store.Row;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What users want, in the table {@code notice_choice}. */
@Repository
class JdbcNoticeChoices implements NoticeChoices {

    private static final String TABLE = "notice_choice";
    private static final String SEPARATOR = ",";

    private final JdbcClient jdbc;

    JdbcNoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public NoticeChoice of(String userId) {
        return jdbc.sql("select unwanted, language from notice_choice where user_id = ?")
                .param(userId)
                .query((row, index) -> new NoticeChoice(
                        kinds(row.getString("unwanted")),
                        Languages.tagged(row.getString("language")).orElse(null)))
                .optional()
                .orElse(NoticeChoice.ALL);
    }

    /** Two first choices at the same moment end with one of the two. */
    @Override
    public void save(String userId, NoticeChoice choice) {
        Locale language = choice.language();
        Row row = new Row()
                .set("user_id", userId)
                .set(
                        "unwanted",
                        choice.unwanted().stream().map(Enum::name).sorted().collect(Collectors.joining(SEPARATOR)))
                .set("language", language == null ? null : language.toLanguageTag());
        if (!row.update(jdbc, TABLE, "user_id")) {
            try {
                row.insert(jdbc, TABLE);
            } catch (DuplicateKeyException anotherWasFaster) {
                row.update(jdbc, TABLE, "user_id");
            }
        }
    }

    /** Kinds that this version does not know are left out. */
    private static Set<NoticeKind> kinds(String text) {
        Set<String> names = Set.of(text.split(SEPARATOR));
        return Arrays.stream(NoticeKind.values())
                .flatMap(kind -> names.contains(kind.name()) ? Stream.of(kind) : Stream.empty())
                .collect(Collectors.toSet());
    }
}
