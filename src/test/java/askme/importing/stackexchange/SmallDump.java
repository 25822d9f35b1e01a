package askme.importing.stackexchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dump of a few rows with every kind of fault. */
final class SmallDump {

    static final String USERS = """
            <?xml version="1.0" encoding="utf-8"?>
            <users>
              <row Id="-1" Reputation="1" CreationDate="2010-01-01T00:00:00.000" DisplayName="Community" />
              <row Id="1" Reputation="101" CreationDate="2010-02-01T10:00:00.123" DisplayName="Anna Maria" AboutMe="&lt;p&gt;Hi&lt;/p&gt;" />
              <row Id="2" CreationDate="2010-02-02T10:00:00.000" DisplayName="anna-maria" Shoe="42" />
              <row Id="3" CreationDate="2010-02-03T10:00:00.000" DisplayName="admin" />
              <row Id="4" CreationDate="yesterday" DisplayName="bob" />
              <row Id="5" CreationDate="2010-02-05T10:00:00.000" DisplayName="?" />
            </users>
            """;

    /** The answers come before their questions. */
    static final String POSTS = """
            <?xml version="1.0" encoding="utf-8"?>
            <posts>
              <row Id="12" PostTypeId="2" ParentId="11" CreationDate="2011-01-02T10:00:00.000" Score="5" Body="&lt;p&gt;Use &lt;code&gt;a &amp;lt; b&lt;/code&gt;&lt;/p&gt;" OwnerUserId="2" CommentCount="1" />
              <row Id="13" PostTypeId="2" ParentId="11" CreationDate="2011-01-03T10:00:00.000" Score="-2" Body="&lt;p&gt;Deleted author&lt;/p&gt;" OwnerDisplayName="user99" />
              <row Id="11" PostTypeId="1" AcceptedAnswerId="12" CreationDate="2011-01-01T10:00:00.000" Score="7" ViewCount="100" Body="&lt;p&gt;How &lt;em&gt;so&lt;/em&gt;?&lt;/p&gt;&lt;pre&gt;&lt;code&gt;x &amp;lt; y&#xA;&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;" OwnerUserId="1" LastEditorUserId="2" LastEditDate="2011-01-05T10:00:00.000" Title="How do I compare?" Tags="&lt;java&gt;&lt;c++&gt;&lt;a&gt;&lt;b&gt;&lt;c&gt;&lt;d&gt;" />
              <row Id="14" PostTypeId="1" CreationDate="2011-02-01T10:00:00.000" Score="1" ViewCount="1000" Body="&lt;p&gt;The same&lt;/p&gt;" OwnerUserId="2" Title="Compare how?" Tags="|java|" ClosedDate="2011-02-02T10:00:00.000" />
              <row Id="15" PostTypeId="1" CreationDate="2011-03-01T10:00:00.000" Score="-3" Body="&lt;p&gt;Spam&lt;/p&gt;" OwnerUserId="5" Title="Buy this" Tags="&lt;java&gt;" DeletionDate="2011-03-02T10:00:00.000" AcceptedAnswerId="16" />
              <row Id="16" PostTypeId="2" ParentId="15" CreationDate="2011-03-01T11:00:00.000" Score="1" Body="&lt;p&gt;No&lt;/p&gt;" OwnerUserId="1" />
              <row Id="17" PostTypeId="2" ParentId="99" CreationDate="2011-03-01T11:00:00.000" Score="1" Body="&lt;p&gt;Lost&lt;/p&gt;" OwnerUserId="1" />
              <row Id="18" PostTypeId="1" CreationDate="2011-03-01T11:00:00.000" Score="1" Body="&lt;p&gt;No title&lt;/p&gt;" OwnerUserId="1" />
              <row Id="19" PostTypeId="2" ParentId="18" CreationDate="2011-03-01T11:00:00.000" Score="1" Body="&lt;p&gt;Of no title&lt;/p&gt;" OwnerUserId="1" />
              <row Id="20" PostTypeId="5" CreationDate="2011-03-01T11:00:00.000" Body="&lt;p&gt;Java is a language&lt;/p&gt;" OwnerUserId="1" />
              <row Id="21" PostTypeId="4" CreationDate="2011-03-01T11:00:00.000" Body="A language" OwnerUserId="1" />
              <row Id="22" PostTypeId="7" CreationDate="2011-03-01T11:00:00.000" Body="x" />
              <row Id="23" PostTypeId="1" Body="broken />
              <row Id="24" PostTypeId="1" CreationDate="2011-04-01T11:00:00.000" Score="0" Body="&lt;p&gt;Off topic&lt;/p&gt;" OwnerUserId="-1" Title="What is for lunch?" Tags="&lt;a-tag-that-is-much-longer-than-the-limit&gt;" ClosedDate="2011-04-02T10:00:00.000" />
              <row Id="25" PostTypeId="2" ParentId="11" Cr""";

    static final String COMMENTS = """
            <comments>
              <row Id="1" PostId="12" Score="3" Text="See `x` and *this* &lt;b&gt;" CreationDate="2011-01-02T11:00:00.000" UserId="1" />
              <row Id="2" PostId="11" Score="0" Text="Why?" CreationDate="2011-01-02T12:00:00.000" UserDisplayName="user99" />
              <row Id="3" PostId="98" Score="0" Text="Lost" CreationDate="2011-01-02T12:00:00.000" UserId="1" />
            </comments>
            """;

    static final String VOTES = """
            <votes>
              <row Id="1" PostId="11" VoteTypeId="2" CreationDate="2011-01-02T00:00:00.000" />
              <row Id="2" PostId="11" VoteTypeId="2" UserId="2" CreationDate="2011-01-02T00:00:00.000" />
              <row Id="3" PostId="11" VoteTypeId="2" UserId="2" CreationDate="2011-01-02T00:00:00.000" />
              <row Id="4" PostId="12" VoteTypeId="3" UserId="1" CreationDate="2011-01-02T00:00:00.000" />
              <row Id="5" PostId="11" VoteTypeId="2" UserId="1" CreationDate="2011-01-02T00:00:00.000" />
              <row Id="6" PostId="11" VoteTypeId="5" UserId="2" CreationDate="2011-01-02T00:00:00.000" />
            </votes>
            """;

    static final String HISTORY = """
            <posthistory>
              <row Id="1" PostHistoryTypeId="2" PostId="11" RevisionGUID="a" CreationDate="2011-01-01T10:00:00.000" UserId="1" Text="How?" />
              <row Id="2" PostHistoryTypeId="1" PostId="11" RevisionGUID="a" CreationDate="2011-01-01T10:00:00.000" UserId="1" Text="How" />
              <row Id="3" PostHistoryTypeId="3" PostId="11" RevisionGUID="a" CreationDate="2011-01-01T10:00:00.000" UserId="1" Text="&lt;java&gt;" />
              <row Id="4" PostHistoryTypeId="2" PostId="12" RevisionGUID="b" CreationDate="2011-01-02T10:00:00.000" UserId="2" Text="Use" />
              <row Id="5" PostHistoryTypeId="4" PostId="11" RevisionGUID="c" CreationDate="2011-01-04T10:00:00.000" UserId="2" Comment="better title" Text="How do I compare?" />
              <row Id="6" PostHistoryTypeId="5" PostId="11" RevisionGUID="d" CreationDate="2011-01-05T10:00:00.000" UserId="2" Comment="code" Text="How &lt;em&gt;so&lt;/em&gt;?" />
              <row Id="7" PostHistoryTypeId="10" PostId="14" RevisionGUID="e" CreationDate="2011-02-02T10:00:00.000" UserId="-1" Comment="101" Text="{&quot;OriginalQuestionIds&quot;:[11],&quot;Voters&quot;:[]}" />
              <row Id="8" PostHistoryTypeId="10" PostId="24" RevisionGUID="f" CreationDate="2011-04-02T10:00:00.000" UserId="-1" Comment="102" />
            </posthistory>
            """;

    static final String LINKS = """
            <postlinks>
              <row Id="1" CreationDate="2011-02-02T10:00:00.000" PostId="14" RelatedPostId="11" LinkTypeId="3" />
              <row Id="2" CreationDate="2011-02-02T10:00:00.000" PostId="24" RelatedPostId="11" LinkTypeId="1" />
              <row Id="3" CreationDate="2011-02-02T10:00:00.000" PostId="24" RelatedPostId="12" LinkTypeId="1" />
            </postlinks>
            """;

    static final String TAGS = """
            <tags>
              <row Id="1" TagName="java" Count="3" ExcerptPostId="21" WikiPostId="20" />
            </tags>
            """;

    static final String BADGES = """
            <badges>
              <row Id="1" UserId="1" Name="Teacher" Date="2011-01-02T10:00:00.000" Class="3" TagBased="False" />
            </badges>
            """;

    private SmallDump() {}

    static Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("Users.xml"), USERS);
        Files.writeString(folder.resolve("Posts.xml"), POSTS);
        Files.writeString(folder.resolve("Comments.xml"), COMMENTS);
        Files.writeString(folder.resolve("Votes.xml"), VOTES);
        Files.writeString(folder.resolve("PostHistory.xml"), HISTORY);
        Files.writeString(folder.resolve("PostLinks.xml"), LINKS);
        Files.writeString(folder.resolve("Tags.xml"), TAGS);
        Files.writeString(folder.resolve("Badges.xml"), BADGES);
        return folder;
    }
}
