package org.migrationimpact.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Spelling;

/**
 * The 44 objectives of the Joint Declaration "Building Migration Partnerships" (Prague, 27 and 28 April 2009): the sub-items of its
 * paragraphs f to j.
 *
 * <p>The titles are short descriptions in this library's words. They are read from the indicators and measures that are assigned to each
 * sub-item; the text of the declaration was not at hand when they were written, so its own wording may differ.
 */
public enum Objective {
    /** f1. */
    F1("Joint operations against irregular migration"),
    /** f2. */
    F2("Action against networks that smuggle migrants"),
    /** f3. */
    F3("Border control and border management that let regular crossings pass"),
    /** f4. */
    F4("Security of travel documents, biometrics"),
    /** f5. */
    F5("Operational co-operation of border services and joint risk analysis"),
    /** f6. */
    F6("Collecting and exchanging information and statistics"),
    /** f7. */
    F7("Consular and visa co-operation, liaison officers"),
    /** f8. */
    F8("Action against trafficking in human beings and corruption, protection of victims"),
    /** f9. */
    F9("Information campaigns on the risks of irregular migration"),
    /** f10. */
    F10("Checking that stays are legal; preventing overstay and misuse of legal ways"),
    /** f11. */
    F11("Visa facilitation and visa-free travel, together with readmission"),
    /** g1. */
    G1("Voluntary return"),
    /** g2. */
    G2("Readmission agreements and their use"),
    /** g3. */
    G3("Support and joint work of states along a route"),
    /** g4. */
    G4("Return with respect for human rights"),
    /** g5. */
    G5("Reception of those who return"),
    /** g6. */
    G6("Identification and travel documents for return"),
    /** g7. */
    G7("Lasting reintegration"),
    /** g8. */
    G8("Co-operation with international organisations in return"),
    /** h1. */
    H1("Rules and quotas for labour admission"),
    /** h2. */
    H2("Admission and employment by the needs of labour markets"),
    /** h3. */
    H3("Temporary, seasonal and circular migration"),
    /** h4. */
    H4("Students, researchers and families"),
    /** h5. */
    H5("Information on legal ways to migrate"),
    /** h6. */
    H6("Co-operation of employment services"),
    /** h7. */
    H7("Recognition and matching of qualifications and skills"),
    /** h8. */
    H8("Simple and open admission procedures"),
    /** h9. */
    H9("Action against illegal employment and exploitation"),
    /** i1. */
    I1("Equal treatment and action against discrimination"),
    /** i2. */
    I2("Secure residence, citizenship and acceptance by the host society"),
    /** i3. */
    I3("Education and training"),
    /** i4. */
    I4("Language and integration courses"),
    /** i5. */
    I5("Participation of migrants and their associations"),
    /** j1. */
    J1("Coherence of migration and development policies"),
    /** j2. */
    J2("Circulation and educational exchange"),
    /** j3. */
    J3("Development aid in the field of migration"),
    /** j4. */
    J4("Limiting the loss of skilled people"),
    /** j5. */
    J5("Work and income in countries of origin"),
    /** j6. */
    J6("Social security and rights of migrant workers"),
    /** j7. */
    J7("Remittances and their investment"),
    /** j8. */
    J8("Access to accounts and financial services"),
    /** j9. */
    J9("Cheaper, faster and more open money transfers"),
    /** j10. */
    J10("Ties with diasporas"),
    /** j11. */
    J11("Temporary return of experts, transfer of knowledge");

    private final String title;

    Objective(String title) {
        this.title = title;
    }

    /**
     * The objective of a code such as {@code f11}, in any case.
     *
     * @throws InputException E-OBJECTIVE-001 for any other code
     */
    public static Objective of(String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(objective -> objective.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "E-OBJECTIVE-001",
                        Spelling.quoted(code)
                                + " is no objective of the declaration; known are f1 to f11, g1 to g8, h1 to h9,"
                                + " i1 to i5 and j1 to j11"));
    }

    /** The objectives of one field, in their order. */
    public static List<Objective> of(Field field) {
        return Arrays.stream(values())
                .filter(objective -> objective.field() == field)
                .toList();
    }

    /** The code: {@code f11}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is about, in a few words. */
    public String title() {
        return title;
    }

    /** The field it belongs to. */
    public Field field() {
        return Arrays.stream(Field.values())
                .filter(field -> field.letter() == code().charAt(0))
                .findFirst()
                .orElseThrow();
    }
}
