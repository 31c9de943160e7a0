package jp.meguri.faults.audit;

/**
 * The auditor's process.
 */
public final class Auditor {

	private Auditor() {
	}

	public static void main(String[] arguments) {
		System.out.println(arguments[0]);
	}

}
