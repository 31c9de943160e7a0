package jp.meguri.faults.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.meguri.faults.audit.Violation.Kind;
import jp.meguri.faults.audit.evidence.Evidence;
import jp.meguri.faults.audit.evidence.EvidenceReader;
import jp.meguri.faults.audit.evidence.Readers;
import jp.meguri.faults.audit.evidence.Services;
import jp.meguri.faults.platform.RunFile;
import jp.meguri.faults.report.Report;
import jp.meguri.faults.report.RunNote;

/**
 * The auditor's process: waits until it is quiet, compares, writes the report. It ends
 * with 1 if a promise was broken.
 */
public final class Auditor {

	private static final Duration QUIET = Duration.ofMinutes(5);

	private Auditor() {
	}

	/**
	 * @param arguments the run's directory
	 */
	public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
		var home = Path.of(arguments[0]);
		var platform = new RunFile(home.resolve("platform"));
		long before = System.nanoTime();
		var moving = new Quiescence(new Services(platform), new Readers(platform)).await(QUIET);
		var quiet = Duration.ofNanos(System.nanoTime() - before);
		var evidence = new EvidenceReader(home, platform).read();
		var violations = new ArrayList<>(violations(evidence));
		moving.forEach((what) -> violations.add(new Violation(Kind.RECOVERY, "after " + QUIET + " still " + what)));
		var report = Report.of(RunNote.read(home), quiet, evidence, MailCheck.repeated(evidence), violations);
		report.write(home);
		System.out.print(report.text());
		System.exit(violations.isEmpty() ? 0 : 1);
	}

	static List<Violation> violations(Evidence evidence) {
		return Check.ALL.stream().flatMap((check) -> check.of(evidence).stream()).toList();
	}

}
