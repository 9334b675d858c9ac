package org.contractethics.crash;

import java.util.List;

/**
 * What must hold in the database at any moment, whatever was killed when: each row of our tables has its record entry and its step of
 * the process, and each of these has its row. Two queries that must find the same rows say it, as often as they find them.
 */
final class Promises {

    private record Promise(String name, String one, String other) {}

    /** Entries of the record with what they only commit to. */
    private static final String FACTS =
            """
            (select kind, contract,
                coalesce((select person from record.sealed s where s.n = r.n and field = '/actor'), actor) as actor,
                (convert_from(body, 'UTF8')::jsonb -> 'facts') || coalesce((
                    select jsonb_object_agg(substr(field, 8), convert_from(value, 'UTF8')) from record.sealed s
                    where s.n = r.n and field like '/facts/%'), '{}') as facts
            from record.entry r) e""";

    private static final String OPEN_TASKS =
            """
            select p.business_key_ || ' ' || t.task_def_key_
            from engine.act_ru_task t join engine.act_hi_procinst p on p.id_ = t.proc_inst_id_
            where p.proc_def_key_ = '%s'""";

    /** Those that others than the concerns know of already. */
    private static final String TOLD =
            " where not exists (select 1 from concern.untold u where u.concern = concern.id and u.number = 0)";

    private static final List<Promise> ALL = List.of(
            recorded("contracts", "select id::text from contract.contract", "contract-registered", "contract::text"),
            recorded(
                    "documents",
                    """
                    select id::text from document.document_version
                    where id not in (select version_id from document.embedded_file)
                      and id not in (select version_id from document.executed_copy)""",
                    "document-added",
                    fact("versionId")),
            recorded(
                    "files inside documents",
                    "select version_id::text from document.embedded_file",
                    "document-found-inside",
                    fact("versionId")),
            recorded(
                    "executed copies",
                    "select version_id::text from document.executed_copy",
                    "executed-copy-added",
                    fact("versionId")),
            recorded(
                    "documents read",
                    "select id::text from document.document_version where status = 'READ'",
                    "document-read",
                    fact("versionId")),
            recorded("reviews", "select id::text from review.review", "review-opened", fact("reviewId")),
            recorded(
                    "tasks claimed",
                    """
                    select subject_id || ' ' || upper(replace(task_key, '-', '_')) || ' ' || assignee
                    from workflow.inbox_item where subject_kind = 'REVIEW' and assignee is not null""",
                    "task-claimed",
                    fact("reviewId") + " || ' ' || " + fact("stage") + " || ' ' || actor"),
            recorded(
                    "stages finished",
                    "select review_id || ' ' || stage || ' ' || actor from review.stage_result",
                    "stage-completed",
                    fact("reviewId") + " || ' ' || " + fact("stage") + " || ' ' || actor"),
            recorded(
                    "triage",
                    "select review_id::text from review.stage_result where stage = 'TRIAGE'",
                    "triage-confirmed",
                    fact("reviewId")),
            recorded(
                    "assessments",
                    "select review_id::text from review.assessment",
                    "assessment-recorded",
                    fact("reviewId")),
            recorded(
                    "votes",
                    "select review_id || ' ' || voter || ' ' || commitment from review.vote",
                    "vote-cast",
                    fact("reviewId") + " || ' ' || actor || ' ' || " + fact("commitment")),
            recorded(
                    "votes opened",
                    "select review_id::text from review.vote_round where closed_at is not null",
                    "votes-opened",
                    fact("reviewId")),
            recorded(
                    "decisions",
                    "select review_id || ' ' || id || ' ' || outcome from review.decision",
                    "decision-recorded",
                    fact("reviewId") + " || ' ' || " + fact("decisionId") + " || ' ' || " + fact("outcome")),
            recorded("conditions", "select id::text from review.condition", "condition-imposed", fact("conditionId")),
            recorded(
                    "dissents",
                    "select decision_id || ' ' || voter from review.dissent",
                    "dissent-recorded",
                    fact("decisionId") + " || ' ' || " + fact("voter")),
            recorded(
                    "signatures",
                    """
                    select c.id || ' ' || g.decision_id from contract.contract c
                    left join review.gate_confirmation g on g.contract_id = c.id where c.state = 'SIGNED'""",
                    "contract-signed",
                    "contract || ' ' || " + fact("decisionId")),
            // a filing is recorded when its day is over
            new Promise(
                    "concerns",
                    "select id::text from concern.concern",
                    "select %s from %s where kind = 'concern-filed' union select concern::text from concern.untold where number = 0"
                            .formatted(fact("concernId"), FACTS)),
            recorded(
                    "concerns acknowledged",
                    "select id::text from concern.concern where acknowledged_on is not null",
                    "concern-acknowledged",
                    fact("concernId")),
            recorded(
                    "concerns answered",
                    "select concern || ' ' || officer from concern.answer",
                    "concern-answered",
                    fact("concernId") + " || ' ' || actor"),
            new Promise(
                    "every decision is a stage finished",
                    "select review_id::text from review.decision",
                    "select review_id::text from review.stage_result where stage = 'DECISION'"),
            new Promise(
                    "every review has a process",
                    "select id || ' ' || (closed_at is not null) from review.review",
                    """
                    select business_key_ || ' ' || (end_time_ is not null) from engine.act_hi_procinst
                    where proc_def_key_ = 'contract-review'"""),
            new Promise(
                    "every process of a review stands behind its last stage",
                    """
                    select * from (select r.id || ' ' || case coalesce((
                        select stage from review.stage_result s where s.review_id = r.id order by completed_at desc limit 1), '')
                        when '' then 'document-check' when 'DOCUMENT_CHECK' then 'legal-stop' when 'LEGAL_STOP' then 'triage'
                        when 'TRIAGE' then 'research' when 'RESEARCH' then 'assessment' when 'ASSESSMENT' then 'mitigation'
                        when 'MITIGATION' then 'vote' when 'VOTE' then 'decision' when 'DECISION' then 'signature-gate' end as task
                    from review.review r) expected where task is not null""",
                    OPEN_TASKS.formatted("contract-review")),
            new Promise(
                    "every concern has a process",
                    "select id || ' ' || (status = 'ANSWERED') from concern.concern" + TOLD,
                    """
                    select business_key_ || ' ' || (end_time_ is not null) from engine.act_hi_procinst
                    where proc_def_key_ = 'concern-handling'"""),
            new Promise(
                    "every process of a concern stands where the concern stands",
                    """
                    select id || case status when 'RECEIVED' then ' acknowledge-concern' else ' answer-concern' end
                    from concern.concern"""
                            + TOLD + " and status <> 'ANSWERED'",
                    OPEN_TASKS.formatted("concern-handling")),
            new Promise(
                    "the work list shows the tasks of the engine",
                    "select task_id || ' ' || coalesce(assignee, '') from workflow.inbox_item where completed_at is null",
                    "select id_ || ' ' || coalesce(assignee_, '') from engine.act_ru_task"),
            new Promise(
                    "the head of the record counts its entries",
                    "select size::text from record.head",
                    "select count(*)::text from record.entry"));

    private Promises() {}

    /** What is broken; empty where all is well. */
    static List<String> broken(Database database) {
        return ALL.stream()
                .flatMap(promise ->
                        database.texts(differences(promise)).stream().map(row -> promise.name() + ": " + row))
                .toList();
    }

    private static String differences(Promise promise) {
        return """
                with one as (%s), other as (%s)
                select 'first only: ' || o from (select * from one except all select * from other) a(o)
                union all
                select 'second only: ' || o from (select * from other except all select * from one) b(o)"""
                .formatted(promise.one(), promise.other());
    }

    private static Promise recorded(String name, String rows, String kind, String entry) {
        return new Promise(name, rows, "select %s from %s where kind = '%s'".formatted(entry, FACTS, kind));
    }

    private static String fact(String name) {
        return "(facts ->> '%s')".formatted(name);
    }
}
