package askme.account.profile;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The time zones that the form of the profile offers: one name of each. */
final class TimeZones {

    private static final String PLACES =
            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    /** Names that the tz database keeps for old programs. Each of these zones has a present name too. */
    private static final Set<String> OLD_NAMES = Set.of("""
            Africa/Asmera Africa/Timbuktu America/Argentina/ComodRivadavia America/Atka America/Buenos_Aires
            America/Catamarca America/Coral_Harbour America/Cordoba America/Ensenada America/Fort_Wayne America/Godthab
            America/Indianapolis America/Jujuy America/Knox_IN America/Louisville America/Mendoza America/Montreal
            America/Nipigon America/Pangnirtung America/Porto_Acre America/Rainy_River America/Rosario
            America/Santa_Isabel America/Shiprock America/Thunder_Bay America/Virgin America/Yellowknife
            Antarctica/South_Pole Asia/Ashkhabad Asia/Calcutta Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Dacca
            Asia/Harbin Asia/Istanbul Asia/Kashgar Asia/Katmandu Asia/Macao Asia/Rangoon Asia/Saigon Asia/Tel_Aviv
            Asia/Thimbu Asia/Ujung_Pandang Asia/Ulan_Bator Atlantic/Faeroe Atlantic/Jan_Mayen Australia/ACT
            Australia/Canberra Australia/Currie Australia/LHI Australia/NSW Australia/North Australia/Queensland
            Australia/South Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna Europe/Belfast
            Europe/Kiev Europe/Nicosia Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye Pacific/Enderbury
            Pacific/Johnston Pacific/Ponape Pacific/Samoa Pacific/Truk Pacific/Yap""".split("\\s+"));

    private static final List<String> PRESENT = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches(PLACES) && !OLD_NAMES.contains(zone))
            .sorted()
            .toList();

    private TimeZones() {}

    /** The names to choose from, in order. The chosen one is among them, even if it is old: saving must not change it. */
    static List<String> offered(String chosen) {
        if (chosen == null
                || PRESENT.contains(chosen)
                || !ZoneId.getAvailableZoneIds().contains(chosen)) {
            return PRESENT;
        }
        return Stream.concat(PRESENT.stream(), Stream.of(chosen)).sorted().toList();
    }
}
