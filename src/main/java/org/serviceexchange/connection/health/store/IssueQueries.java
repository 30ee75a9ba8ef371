package org.serviceexchange.connection.health.store;

/**
 * What counts as an issue, in SQL; {@code LineState} computes the same for one connection. Each statement selects the number of
 * a connection as {@code module}.
 */
final class IssueQueries {

    /** Connections that rest, or did a short while ago: whether they answer alarms nobody. */
    private static final String RESTING =
            "select connection from connection_suspension where kind <> 'NONE' and begins_at <= :now and ends_at >= :silent";

    private static final String JUDGED = """
            case when failures > 0 then failure end as failure,
            case
                when stopped = true then 'STOPPED'
                when quarantined = true then 'DOUBLED'
                when proved_at >= :silent and (heard_at >= :unheard or heard_at is null and counter <= :first)
                    and round_trip <= :slow then null
                when module in (%s) then null
                when proved_at is null then case when failures > 0 then 'NEVER_SEEN' end
                when proved_at < :silent then 'DOWN'
                when heard_at < :unheard or heard_at is null and counter > :first then 'UNHEARD'
                else 'SLOW'
            end as issue,
            case when proved_at is not null and abs(clock_ahead) >= :clocks then 1 else 0 end as clock
            """.formatted(RESTING);

    /**
     * Each connection with the worst that its heartbeats show, or null, and whether the clocks differ. Only columns of the
     * index heartbeat_health are read; naming both sides makes H2 use it.
     */
    static final String BEATS = "select module, " + JUDGED + " from heartbeat where side in ('PROVIDER', 'CONSUMER')";

    /** The same of some connections, with what they are. */
    static final String SOME_BEATS = "select module, side, registration, " + JUDGED
            + " from heartbeat where module in (:numbers) order by module";

    /** Connections whose keys are about to expire, or have. */
    static final String KEYS = """
            select module, case when min(expires_at) <= :now then 'KEYS_EXPIRED' else 'KEYS_OLD' end as issue
            from kmf_key where active_slot = 'Active' and expires_at < :ends
                and module in (select module from heartbeat) group by module""";

    /** Connections of whose life a step failed and is not tried any more by itself. */
    static final String STEPS = """
            select distinct e.business_key_ as module from act_ru_incident i
            join act_ru_execution e on e.id_ = i.proc_inst_id_
            join heartbeat h on h.module = e.business_key_
            where i.incident_type_ = 'failedJob'""";

    static final String STOPPED_ONBOARDINGS = """
            select count(distinct e.business_key_) from act_ru_incident i
            join act_ru_execution e on e.id_ = i.proc_inst_id_
            left join heartbeat h on h.module = e.business_key_
            where i.incident_type_ = 'failedJob' and h.module is null""";

    private IssueQueries() {}
}
