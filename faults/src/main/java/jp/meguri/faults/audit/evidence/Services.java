package jp.meguri.faults.audit.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jp.meguri.faults.platform.RunFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the four services have written down.
 */
public final class Services {

	private static final List<String> NAMES = List.of("catalog", "goals", "evaluation", "notification");

	private final RunFile run;

	public Services(RunFile run) {
		this.run = run;
	}

	public Database database(String name) {
		return new Database(this.run, name);
	}

	public List<Database> all() {
		return NAMES.stream().map(this::database).toList();
	}

	/** A heartbeat comes whether anybody works or not, and no two looks see the same. */
	List<Event> events() throws SQLException {
		return ofEach("""
				select event_id, aggregate_type, aggregate_id, aggregate_version, topic, headers ->> 'ce_correlation',
				       headers ->> 'ce_actor', municipality, what, item ->> 'state', (item ->> 'revision')::bigint,
				       coalesce(item #>> '{content,achievements,0,text}', item #>> '{content,title}', ''),
				       item ->> 'ownerUnit', item ->> 'sheet'
				from (select *, payload::jsonb ->> 'what' as what,
				             coalesce(payload::jsonb -> 'goal', payload::jsonb -> 'report') as item
				      from outbox where aggregate_type <> 'heartbeat') events
				order by seq""",
				(database, row) -> new Event(database, row.getString(1), row.getString(2), row.getString(3),
						row.getLong(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
						text(row.getString(9)), item(row)));
	}

	private static Event.@Nullable Item item(ResultSet row) throws SQLException {
		var type = row.getString(2);
		return (type.equals("goal") || type.equals("report")) ? new Event.Item(row.getString(10), row.getLong(11),
				row.getString(12), row.getString(13), row.getString(14)) : null;
	}

	List<Rows.Audited> audited() throws SQLException {
		var all = new ArrayList<Rows.Audited>();
		for (var database : all()) {
			var chains = new AuditChains(database.name());
			all.addAll(database.all("""
					select id, municipality, object_id, recorded_at at time zone 'UTC', body, number, hash
					from audit_entry order by municipality, number nulls last, seq""", chains::next));
		}
		return all;
	}

	/** Chains whose end was noted further on than their last entry. */
	List<String> endsMissed() throws SQLException {
		return ofEach("""
				select format('%s ends at %s', e.municipality, e.number) from audit_chain e
				where not exists (select from audit_entry a where a.municipality = e.municipality
				                  and a.number = e.number and a.hash = e.hash)""",
				(database, row) -> database + ": the chain of " + row.getString(1));
	}

	List<Rows.Remembered> remembered() throws SQLException {
		return ofEach("select key, resource from idempotency_key",
				(database, row) -> new Rows.Remembered(database, row.getString(1), row.getString(2)));
	}

	List<Rows.Consumed> consumed() throws SQLException {
		return ofEach("select consumer, aggregate_type, aggregate_id, aggregate_version from inbox",
				(database, row) -> new Rows.Consumed(database, row.getString(1), row.getString(2), row.getString(3),
						row.getLong(4)));
	}

	List<String> parked() throws SQLException {
		var parked = new ArrayList<>(
				ofEach("select consumer || ' ' || coalesce(aggregate_id::text, '?') || ' ' || reason from inbox_parked",
						(database, row) -> database + " put an event aside: " + row.getString(1)));
		parked.addAll(ofEach("select aggregate_id || ' ' || reason from outbox_parked",
				(database, row) -> database + " holds events back: " + row.getString(1)));
		return parked;
	}

	List<Rows.Stored> stored() throws SQLException {
		var stored = new ArrayList<>(database("goals")
			.all("select id, state, revision, version, content ->> 'title' from goal", (row) -> stored("goal", row)));
		stored.addAll(database("evaluation").all("""
				select id, state, revision, version, coalesce(content #>> '{achievements,0,text}', '') from report""",
				(row) -> stored("report", row)));
		return stored;
	}

	private static Rows.Stored stored(String type, ResultSet row) throws SQLException {
		return new Rows.Stored(type, row.getString(1), row.getString(2), row.getLong(3), row.getLong(4),
				text(row.getString(5)));
	}

	List<Rows.Comment> comments() throws SQLException {
		var comments = new ArrayList<>(database("goals").all("select item, text from review_comment",
				(row) -> new Rows.Comment("goal", row.getString(1), row.getString(2))));
		comments.addAll(database("evaluation").all("select item, text from review_comment",
				(row) -> new Rows.Comment("report", row.getString(1), row.getString(2))));
		return comments;
	}

	List<Rows.Copied> copied() throws SQLException {
		var copied = new ArrayList<>(database("evaluation").all("select id, state from goal_copy where not deleted",
				(row) -> new Rows.Copied("evaluation", "goal", row.getString(1), row.getString(2))));
		copied.addAll(database("notification").all("select id, state, lower(kind) from work_item",
				(row) -> new Rows.Copied("notification", row.getString(3), row.getString(1), row.getString(2))));
		return copied;
	}

	List<Rows.Opened> opened() throws SQLException {
		return database("evaluation").all("select id, goal from report",
				(row) -> new Rows.Opened(row.getString(1), row.getString(2)));
	}

	List<Rows.Notice> notices() throws SQLException {
		return database("notification").all("""
				select id, person, business_key, kind,
				       (select string_agg(item::text, ' ') from notice_item i where i.notice = n.id)
				from notice n""", (row) -> new Rows.Notice(row.getString(1), row.getString(2), row.getString(3),
				row.getString(4), Set.of(text(row.getString(5)).split(" "))));
	}

	List<Rows.Mail> mails() throws SQLException {
		return database("notification").all("select notice, message_id, address, state from mail",
				(row) -> new Rows.Mail(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
	}

	List<Rows.Holder> holders() throws SQLException {
		return database("catalog").all("""
				select municipality, id, held ->> 'unit', held ->> 'role'
				from person, jsonb_array_elements(body -> 'assignments') held""",
				(row) -> new Rows.Holder(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
	}

	private <T> List<T> ofEach(String sql, ReaderOf<T> read) throws SQLException {
		var all = new ArrayList<T>();
		for (var database : all()) {
			all.addAll(database.all(sql, (row) -> read.of(database.name(), row)));
		}
		return all;
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/**
	 * Makes a value of a row of a database.
	 *
	 * @param <T> the value
	 */
	private interface ReaderOf<T> {

		T of(String database, ResultSet row) throws SQLException;

	}

}
