package askme.moderation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One row of the log. Entries are only added. */
@Entity
@Table(name = "moderation_log")
class LogEntry extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "acted_at")
    public Instant actedAt;

    @Column(name = "actor_id")
    public long actorId;

    public String act;

    @Column(name = "target_kind")
    public String targetKind;

    @Column(name = "target_id")
    public long targetId;

    @Column(name = "member_id")
    public long memberId;

    public String reason;
}
