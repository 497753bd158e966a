import { type Data, fillLabel, type Label } from './text.ts';

/** Every refusal the system can give, in one place, each with the way out. */
export const problems = {
  'invalid-input': {
    status: 400,
    message: { zh: '输入有 {count} 处不符合要求：{issues}', en: 'The input has {count} mistakes: {issues}' },
  },
  'not-signed-in': { status: 401, message: { zh: '请先登录', en: 'Please sign in first' } },
  'not-allowed': {
    status: 403,
    message: {
      zh: '您的岗位没有“{permission}”权限，请联系管理员',
      en: 'Your post lacks the permission “{permission}”; ask the administrator',
    },
  },
  'not-found': { status: 404, message: { zh: '没有找到 {kind} {id}', en: 'There is no {kind} {id}' } },
  'changed-meanwhile': {
    status: 412,
    message: {
      zh: '{name} 已被 {actor} 改为第 {revision} 版；请刷新后再改，您的修改未丢失',
      en: '{name} was changed by {actor} to revision {revision}; reload and try again, your change is not lost',
    },
  },
  'stage-not-reachable': {
    status: 409,
    message: {
      zh: '现处于“{from}”，不能“{action}”；可执行：{possible}',
      en: 'It is “{from}”, cannot “{action}”; possible: {possible}',
    },
  },
  'facts-missing': { status: 422, message: { zh: '“{action}”还缺：{facts}', en: '“{action}” still needs: {facts}' } },
  'event-day': {
    status: 422,
    message: {
      zh: '日期 {on} 不对：自 {since} 起处于“{stage}”，须在此日与今天（{today}）之间',
      en: 'The day {on} is not possible: it has been “{stage}” since {since}; give a day from then to today ({today})',
    },
  },
  'choice-open': {
    status: 409,
    message: {
      zh: '“{name}”尚不能使用，请先决定：{open}；文件没有写明，由本单位定',
      en: '“{nameEn}” cannot be used yet; decide first: {openEn}; the documents leave it to your office',
    },
  },
  'body-too-large': {
    status: 413,
    message: {
      zh: '内容超过 {limit} 上限，请拆分后再上传',
      en: 'More than the limit of {limit}; split it and try again',
    },
  },
  'file-empty': {
    status: 422,
    message: { zh: '文件“{name}”没有内容，请检查后重选', en: 'The file “{name}” is empty; check it and choose again' },
  },
  'file-too-large': {
    status: 413,
    message: {
      zh: '文件“{name}”为 {size}，超过 {limit} 上限；请拆分或去掉图片后再试',
      en: '“{name}” has {size}, over the limit of {limit}; split it or take its pictures out',
    },
  },
  'file-damaged': {
    status: 422,
    message: {
      zh: '文件“{name}”无法读取（{reason}）；请用 WPS 或 Word 打开另存后再试',
      en: '“{name}” cannot be read ({reason}); open it in WPS or Word, save it anew and try again',
    },
  },
  'file-protected': {
    status: 422,
    message: {
      zh: '文件“{name}”有密码；请去掉密码后再试',
      en: '“{name}” is protected by a password; remove it and try again',
    },
  },
  'file-no-text': {
    status: 422,
    message: {
      zh: '文件“{name}”只有图片，没有文字层；请先做文字识别（OCR）或提供可编辑版本',
      en: '“{name}” holds only pictures and no text; run OCR first or give the editable file',
    },
  },
  'file-format': {
    status: 415,
    message: {
      zh: '不能读取 {format} 文件；请另存为 .docx（文档）或 .xlsx（表格）',
      en: 'Cannot read {format} files; save as .docx (text) or .xlsx (tables)',
    },
  },
  'evidence-kind': {
    status: 415,
    message: {
      zh: '文件“{name}”不能作为佐证材料；可用：{kinds}。压缩包请解开后逐个上传',
      en: '“{name}” cannot be kept as evidence; these can: {kindsEn}. Unpack archives and send their files',
    },
  },
  'evidence-name': {
    status: 422,
    message: {
      zh: '文件“{name}”的内容是{kind}，与扩展名“{ending}”不符；请核对，确是此文件的把扩展名改为 .{usual} 再传',
      en: '“{name}” holds a {kindEn} and not what its ending “{ending}” says; check it, or name it .{usual}',
    },
  },
  'photo-metadata': {
    status: 415,
    message: {
      zh: '照片“{name}”内含拍摄位置且无法去除；请在手机相机设置中改用 JPEG（“兼容性最佳”）后重拍，或截图后上传',
      en: 'The place where “{name}” was taken cannot be cut out of it; set the camera to JPEG, or send a screenshot',
    },
  },
  'draw-too-few': {
    status: 422,
    message: {
      zh: '{what}只有 {there} 个，要抽 {needed} 个；请补充名单或减少抽取数，并写明种子',
      en: '{what}: {there} there, {needed} to draw; add to the list or draw fewer, and give a seed',
    },
  },
  'not-by-hand': {
    status: 409,
    message: {
      zh: '{what}：{why}；请在“{where}”中办理',
      en: '{what}: {whyEn}; do it there',
    },
  },
  'evidence-missing': {
    status: 422,
    message: {
      zh: '佐证材料“{names}”没有上传，或不在您的范围内；请先上传文件再提交',
      en: 'Evidence “{names}” was not sent or is not in your reach; send the files first',
    },
  },
  'file-infected': {
    status: 422,
    message: {
      zh: '文件“{name}”未通过病毒检查，没有保存：{found}',
      en: '“{name}” did not pass the virus scan and was not kept: {found}',
    },
  },
  'scan-failed': {
    status: 503,
    message: {
      zh: '病毒检查没有完成，文件“{name}”没有保存（{reason}）；请稍后再试，仍不行请告诉管理员',
      en: 'The virus scan did not end, “{name}” was not kept ({reason}); try again later or tell the administrator',
    },
  },
  'file-bomb': {
    status: 422,
    message: {
      zh: '文件“{name}”解压后异常庞大，已拒绝；请重新导出',
      en: '“{name}” grows abnormally when unpacked and was refused; export it again',
    },
  },
  'database-busy': {
    status: 503,
    message: {
      zh: '另一个蓝图（进程 {pid}）正在使用 {directory}；请先停止它，或用 LANTU_HOME 换一个目录',
      en: 'Another Lantu (process {pid}) uses {directory}; stop it first or choose another directory with LANTU_HOME',
    },
  },
  'database-unavailable': {
    status: 503,
    message: { zh: '数据库不可用：{reason}', en: 'The database is not available: {reason}' },
  },
  'database-version': {
    status: 503,
    message: {
      zh: '{directory} 需要 PostgreSQL {needed}，本机有：{found}；请安装该版本，或用 LANTU_POSTGRES 指明其目录',
      en: '{directory} needs PostgreSQL {needed}, here is: {found}; install it, or name its folder in LANTU_POSTGRES',
    },
  },
  'database-programs': {
    status: 503,
    message: {
      zh: 'LANTU_POSTGRES 指明的 {path} 中没有账户 {account} 可运行的 PostgreSQL；请改正或去掉此变量',
      en: '{path}, named in LANTU_POSTGRES, has no PostgreSQL that {account} can run; correct or drop the variable',
    },
  },
  'database-account': {
    status: 503,
    message: {
      zh: '没有可运行数据库的普通账户（{account}）；请建立账户，并在 LANTU_DB_USER 中写明',
      en: 'There is no unprivileged account to run the database ({account}); make one and name it in LANTU_DB_USER',
    },
  },
  'database-closed': {
    status: 503,
    message: {
      zh: '数据库账户 {account} 不能进入 {directory}；请放开该目录（chmod a+x），或用 LANTU_HOME 换一个目录',
      en: 'The database account {account} may not enter {directory}; open it (chmod a+x) or choose another LANTU_HOME',
    },
  },
  'migration-edited': {
    status: 503,
    message: {
      zh: '已执行的数据库变更 {name} 被改动；请恢复原文件，修改应写成新的变更',
      en: 'The migration {name} was edited after it ran; restore the file and write the change as a new migration',
    },
  },
  'migration-unknown': {
    status: 503,
    message: {
      zh: '数据库由更新的蓝图写成（{name}）；请使用新版本打开',
      en: 'The database was written by a newer Lantu ({name}); open it with that version',
    },
  },
  'backup-damaged': {
    status: 422,
    message: {
      zh: '备份文件“{name}”不完整或已损坏（{reason}）；未作任何改动，请换一份备份',
      en: 'The backup “{name}” is incomplete or damaged ({reason}); nothing was changed, use another backup',
    },
  },
  'database-not-empty': {
    status: 409,
    message: {
      zh: '数据库中已有数据（{rows} 行）；确要以备份替换，请加 --replace',
      en: 'The database already holds data ({rows} rows); to put the backup in their place, add --replace',
    },
  },
  'too-many-rows': {
    status: 422,
    message: {
      zh: '符合条件的超过 {limit} 行；请缩小时间或范围，分几次导出',
      en: 'More than {limit} rows fit; narrow the days or the filter and export in parts',
    },
  },
  'backup-too-large': {
    status: 413,
    message: {
      zh: '备份“{name}”为 {size}，超过网页下载上限 {limit}；请在服务器上从 {folder} 直接取用',
      en: '“{name}” has {size}, over the limit of {limit} for a page; fetch it from {folder} on the server',
    },
  },
  'loopback-only': {
    status: 500,
    message: {
      zh: '样例不用登录，只在本机开放，不能监听 {host}；请去掉 LANTU_HOST，或用 lantu serve',
      en: 'The first look needs no sign-in and stays on this machine, not on {host}; unset LANTU_HOST or use lantu serve',
    },
  },
  'pages-not-built': {
    status: 500,
    message: {
      zh: '网页还没有生成；请先运行 npm run build',
      en: 'The pages are not built yet; run npm run build first',
    },
  },
  'port-taken': {
    status: 500,
    message: {
      zh: '端口 {port} 已被占用；请用 LANTU_PORT 换一个端口，例如 LANTU_PORT=8081 npm start',
      en: 'Port {port} is taken; choose another with LANTU_PORT, as in LANTU_PORT=8081 npm start',
    },
  },
  'sign-in-refused': {
    status: 401,
    message: {
      zh: '登录名或口令不对，或账号暂时锁定、已停用；请核对后再试，仍不行请联系管理员',
      en: 'The login or password is wrong, or the account is locked or ended; check and try again, or ask the administrator',
    },
  },
  'code-needed': {
    status: 401,
    message: {
      zh: '请再输入动态口令（或一个备用码）',
      en: 'Please enter the one-time code as well (or a recovery code)',
    },
  },
  'oidc-unreachable': {
    status: 503,
    message: {
      zh: '统一身份认证暂时连不上；请用登录名和口令登录，或稍后再试',
      en: 'The identity provider cannot be reached; sign in with login and password, or try again later',
    },
  },
  'oidc-refused': {
    status: 401,
    message: {
      zh: '统一身份认证没有确认您的身份，或用时过长；请再试一次，仍不行请用口令登录',
      en: 'The identity provider did not confirm who you are, or it took too long; try again, or use your password',
    },
  },
  'oidc-no-account': {
    status: 401,
    message: {
      zh: '身份已确认，但这里没有与之对应、在用的账号；请联系本单位管理员建立账号，登录名须与统一身份认证一致',
      en: 'You are confirmed, but no account in use here is yours; ask your administrator for one with the same login',
    },
  },
  'oidc-other-person': {
    status: 401,
    message: {
      zh: '这个账号已与统一身份认证中的另一个人关联；请联系本单位管理员核对，必要时解除关联',
      en: 'This account is linked to somebody else at the identity provider; ask your administrator to check, and to unlink it if need be',
    },
  },
  'codes-unreadable': {
    status: 401,
    message: {
      zh: '服务器换过密钥，动态口令已无法核对；请用备用码登录，或请管理员重置口令并停用动态口令，登录后重新启用',
      en: 'The server lost the key to your one-time codes; use a recovery code, or ask the administrator to reset password and codes and set them up anew',
    },
  },
  'secret-key-wrong': {
    status: 500,
    message: {
      zh: '密钥不对（{origin}）：须是 32 字节，写作 64 位十六进制或 Base64；请恢复原来的密钥，确已遗失时删去它再启动',
      en: 'The key is wrong ({origin}): 32 bytes as 64 hexadecimal digits or Base64; put the right one back, or remove it if it is lost, and start again',
    },
  },
  'password-weak': {
    status: 422,
    message: { zh: '这个口令不能用：{issues}', en: 'This password cannot be used: {issues}' },
  },
  'password-wrong': { status: 422, message: { zh: '现用口令不对', en: 'The present password is wrong' } },
  'code-wrong': {
    status: 422,
    message: {
      zh: '动态口令不对；请核对手机与本机的时间后再试',
      en: 'The one-time code is wrong; compare the clocks of both devices and try again',
    },
  },
  'already-there': {
    status: 409,
    message: { zh: '{kind} {id} 已经存在，请换一个', en: '{kind} {id} exists already, choose another' },
  },
  'powers-apart': {
    status: 422,
    message: { zh: '按三员分立的规定不能这样做：{reason}', en: 'Powers are kept apart, so this is refused: {reason}' },
  },
  'unit-in-use': {
    status: 409,
    message: {
      zh: '{id} 还有下级单位 {parts}；请先撤销或转移它们',
      en: '{id} still has units below it: {parts}; end or move those first',
    },
  },
  'record-history': {
    status: 409,
    message: { zh: '“{name}”的沿革不允许这样改：{reason}', en: 'The history of “{name}” forbids this: {why}' },
  },
  'administrator-needed': {
    status: 500,
    message: {
      zh: '还没有管理员账号：请在终端里运行 lantu serve 按提示建立，或设置 LANTU_ADMIN 与 LANTU_ADMIN_PASSWORD',
      en: 'There is no administrator yet: run lantu serve in a terminal and answer, or set LANTU_ADMIN and LANTU_ADMIN_PASSWORD',
    },
  },
  'demo-not-empty': {
    status: 409,
    message: {
      zh: '演示数据只装入空数据库，这里已有：{found}。请用 LANTU_HOME 另指一个空目录，再运行 lantu demo',
      en: 'The demo fills an empty database only, and this one holds: {found}. Point LANTU_HOME to an empty folder and run lantu demo again',
    },
  },
  'accounts-exist': {
    status: 500,
    message: {
      zh: '这个数据库已有账号，不能免登录打开；请用 lantu serve',
      en: 'This database has accounts and is not opened without signing in; use lantu serve',
    },
  },
  'figures-refused': {
    status: 422,
    message: { zh: '有 {count} 个数没有接受：{issues}', en: '{count} figures were refused: {issues}' },
  },
  'figure-approved': {
    status: 409,
    message: {
      zh: '{name}（{period}）已审定，不能直接改写；请用“更正”并写明理由',
      en: '{name} ({period}) is approved and is not overwritten; use a correction and say why',
    },
  },
  'nothing-to-approve': {
    status: 409,
    message: {
      zh: '{unit} {period} 没有待审的数据；请先填报或核对单位与期别',
      en: '{unit} has nothing to approve for {period}; report first, or check unit and period',
    },
  },
  'figure-held': {
    status: 409,
    message: {
      zh: '{name}（{period}）已由{unit}填报（{actor}，{since}），一个数只有一个来源，没有改写；数不一致请与该单位核对并由其修改，改由您填报须由管辖双方的上级以该单位名义改写',
      en: '{name} ({period}) was given by {unit} ({actor}, {since}); a figure has one source and was not replaced. Where they differ, let that unit change it, or the unit above both on its behalf',
    },
  },
  'figure-held-unseen': {
    status: 409,
    message: {
      zh: '{names}（{period}）刚由他人填报，或由您管辖范围以外的单位填报，没有改写；请刷新后核对，仍看不到的请上级核对由谁填报',
      en: '{names} ({period}) was given a moment ago, or by a unit outside of your scope, and was not replaced; look again, and if it does not show, ask the unit above who reports it',
    },
  },
  'figures-taken': {
    status: 409,
    message: {
      zh: '有 {count} 个数另有单位为同一对象填报；请先与该单位或上级核对由谁填报',
      en: '{count} figures of the same things are given by another unit; agree with it, or the unit above, on who gives them',
    },
  },
  'figures-in-reports': {
    status: 409,
    message: {
      zh: '{unit} {period} 待审的数由报表报送；请在“报表审核”中逐级审核',
      en: 'What {unit} has to approve for {period} was sent in reports; pass those, level by level, on the page of reviews',
    },
  },
  'figure-in-report': {
    status: 409,
    message: {
      zh: '{name}（{period}）由报表报送，不能绕过审核直接更正；请打开报表 {report} 用“更正”，各级重新审核',
      en: '{name} ({period}) was sent in a report and is not corrected beside its reviews; open report {report} and correct it there',
    },
  },
  'figures-published': {
    status: 409,
    message: {
      zh: '{unit} {period} 的数已发布，不能退回；请用“更正”并写明理由',
      en: 'Figures of {unit} for {period} are published and cannot be returned; correct them and say why',
    },
  },
  'report-stage': {
    status: 409,
    message: {
      zh: '这份报送现为“{stage}”，不能“{action}”；现在可以：{possible}',
      en: 'This report is “{stageEn}”, which does not allow “{actionEn}”; possible now: {possibleEn}',
    },
  },
  'report-elsewhere': {
    status: 409,
    message: {
      zh: '这份报送现由“{unit}”审核，不在您的岗位范围内',
      en: 'This report stands at “{unit}”, which is not within your posts',
    },
  },
  'report-passed': {
    status: 409,
    message: {
      zh: '“{unit}”已审核通过，不能撤回；请联系审核单位退回',
      en: '“{unit}” has passed it already, so it cannot be withdrawn; ask the reviewer to return it',
    },
  },
  'report-cells': {
    status: 422,
    message: {
      zh: '有 {count} 格不能这样填，全部未保存：{issues}',
      en: '{count} cells cannot be filled so, nothing was saved: {issuesEn}',
    },
  },
  'report-not-ready': {
    status: 422,
    message: {
      zh: '还不能报送，有 {count} 处错误：{issues}',
      en: 'Not ready to be submitted, {count} errors: {issuesEn}',
    },
  },
  'report-given-elsewhere': {
    status: 409,
    message: {
      zh: '有 {count} 个数已由别处报送或审定且不一致：{issues}；请在原处更正，或改为一致',
      en: '{count} figures were given or approved elsewhere with another value: {issuesEn}; correct them there or agree',
    },
  },
  'form-expired': {
    status: 409,
    message: {
      zh: '“{name}”的有效期到 {until}，已不能报送；请向制表机关 {issuer} 索取新的批准文号和版本',
      en: '“{name}” was valid until {until} and can no longer be sent; ask {issuer} for the new approval and edition',
    },
  },
  'period-not-ended': {
    status: 409,
    message: {
      zh: '{period} 到 {until} 月末才结束，还不能报送；已填的都已保存，请在结束后报送',
      en: '{period} ends with {until} and cannot be submitted yet; what is filled is saved, submit it afterwards',
    },
  },
  'form-period': {
    status: 422,
    message: {
      zh: '“{name}”按{kind}报送，期别“{period}”不合；请写作 {example}',
      en: '“{name}” is reported by {kindEn}; “{period}” does not fit, write {example}',
    },
  },
  'rule-undecided': {
    status: 409,
    message: {
      zh: '“{name}”还有 {count} 个问题文件没有写明，须先由本级决定：{questions}；请在“规则”页作出决定并写明理由',
      en: '“{nameEn}” leaves {count} questions open that the office must settle first: {questionsEn}; decide them on the page of rules',
    },
  },
  'rule-facts': {
    status: 422,
    message: {
      zh: '“{name}”有 {count} 项填写不合要求：{issues}；数写数字，日期写 YYYY-MM-DD，没有的数留空',
      en: '“{nameEn}”: {count} facts are not understood: {issues}; leave empty what is not known',
    },
  },
  'rule-answer': {
    status: 422,
    message: {
      zh: '“{question}”不能答“{answer}”；请从所列选项中选，或按所列单位填一个允许范围内的数',
      en: '“{questionEn}” cannot be answered “{answer}”; choose one of its options or a number in its range',
    },
  },
  'rule-no-lamp': {
    status: 422,
    message: {
      zh: '“{name}”不是预警灯，不能回测；请选一条“亮灯”规则',
      en: '“{nameEn}” is no lamp and cannot be tested on past months; choose a rule of lamps',
    },
  },
  'rule-edition-changed': {
    status: 500,
    message: {
      zh: '规则“{key}”已用于 {count} 次评价，文件却被改动（原摘要 {was}，现摘要 {is}）；请恢复原文件，改动另存为新版次',
      en: 'Edition “{key}” was used {count} times and its file has changed since (digest {was}, now {is}); restore the file and make the change a new edition',
    },
  },
  'node-twice': {
    status: 422,
    message: {
      zh: '节点编号“{id}”用了两次（{node}），请换一个',
      en: 'The node id “{id}” is used twice ({node}); choose another',
    },
  },
  'node-unknown': {
    status: 422,
    message: {
      zh: '节点“{node}”的前置节点“{after}”不在计划内，请先添加或取消这一前置',
      en: 'The node “{node}” waits for “{after}”, which the plan does not have; add it or stop waiting for it',
    },
  },
  'node-circle': {
    status: 422,
    message: {
      zh: '节点互为前提，排不出日期：{nodes}；请去掉其中一个前置关系',
      en: 'The nodes wait for each other: {nodes}; remove one of these ties',
    },
  },
  'node-happened': {
    status: 422,
    message: {
      zh: '节点“{node}”已有实际日期（{on}），已发生的不能改计划；登记有误请在“实际进度”中更正',
      en: 'The node “{node}” has happened ({on}) and is not planned any more; correct its actual days if they are wrong',
    },
  },
  'node-day': {
    status: 422,
    message: { zh: '节点“{node}”：{issue}', en: 'Node “{node}”: {issueEn}' },
  },
  'node-many': {
    status: 422,
    message: {
      zh: '一个计划最多 {most} 个节点，请合并一些',
      en: 'A plan has at most {most} nodes; put some together',
    },
  },
  'review-verdict': {
    status: 409,
    message: {
      zh: '按“{edition}”结论为“{verdict}”，不能作出“{decision}”；{why}',
      en: '“{editionEn}” says “{verdictEn}”, so “{decisionEn}” is not possible; {whyEn}',
    },
  },
  'review-conditions': {
    status: 422,
    message: {
      zh: '还有 {count} 条未达标事项没有附上条件：{issues}；请逐条写明责任人和期限',
      en: '{count} limits that are not met have no condition yet: {issuesEn}; attach each with its owner and day',
    },
  },
  'incentive-blocked': {
    status: 409,
    message: { zh: '奖励还不能这样办理：{issues}', en: 'Not possible with this incentive yet: {issuesEn}' },
  },
  'incentive-too-much': {
    status: 422,
    message: {
      zh: '{amount} 元超过上限 {limit} 元（已兑现 {paid} 元）；请核对金额',
      en: '{amount} yuan is more than the limit of {limit} ({paid} paid already); check the amount',
    },
  },
  'element-amount': {
    status: 422,
    message: {
      zh: '“{typed}”不是“{element}”的数量；请写大于零的数（至多六位小数）和单位，如 100 {unit}',
      en: '“{typed}” is no amount of {elementEn}; write a figure above zero (at most six decimals) and a unit, as 100 {unit}',
    },
  },
  'element-quota-exceeded': {
    status: 422,
    message: {
      zh: '{month} 超出指标 {over}（“{basis}”还可用 {free}）；请减少数量、换用别的指标，或由有权人说明理由突破',
      en: '{month}: {over} more than the quota holds (“{basis}” has {free} left); take less, use another quota, or have it overruled with a reason',
    },
  },
  'element-beyond-demand': {
    status: 422,
    message: {
      zh: '{month} 分给“{project}”的超过其需求；以项目定要素，请先登记需求或减少数量',
      en: '{month}: more than “{project}” asks for; enter its demand first or give less',
    },
  },
  'element-quota-used': {
    status: 409,
    message: {
      zh: '指标“{basis}”已分配或下达 {used}，不能低于此数或撤回；请先更正或撤回这些分配',
      en: '{used} of “{basis}” has been given or passed down; put that right or withdraw it first',
    },
  },
  unexpected: {
    status: 500,
    message: {
      zh: '系统出现意外错误，已记录；请稍后重试，或把请求编号告诉管理员',
      en: 'Something unexpected happened and was logged; try again, or tell the administrator the request id',
    },
  },
} as const satisfies Record<string, { status: number; message: Label }>;

/** Public: never renamed, never reused. */
export type ProblemCode = keyof typeof problems;

/** A refusal: thrown once, rolls back the transaction, reaches the reader in both languages with the way out. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly data: Data;

  constructor(code: ProblemCode, data: Data = {}) {
    const { zh, en } = fillLabel(problems[code].message, data);
    super(`${zh} / ${en}`);
    this.name = 'Problem';
    this.code = code;
    this.data = data;
  }

  get status(): number {
    return problems[this.code].status;
  }

  get label(): Label {
    return fillLabel(problems[this.code].message, this.data);
  }
}
